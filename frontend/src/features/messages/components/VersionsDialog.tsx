import { Box } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Modal } from '@/components/ui/Modal';
import { exactTime } from '@/i18n/format';
import { useVersionsQuery } from '@/features/messages/api';
import { MessageText } from '@/features/messages/components/MessageText';

/** What a message said before it was edited. */
export function VersionsDialog({ roomId, seq, onClose }: { roomId: string; seq: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: versions, error } = useVersionsQuery({ roomId, seq });
  return (
    <Modal title={t('messages.versions')} onClose={onClose}>
      <ErrorNote error={error} />
      {versions?.map(({ text, writtenAt }) => (
        <Box key={writtenAt} py="2" borderBottomWidth="1px" _last={{ borderBottomWidth: '0' }} data-testid="version">
          <Box textStyle="xs" color="fg.muted" mb="1">
            {exactTime(writtenAt)}
          </Box>
          <MessageText text={text} />
        </Box>
      ))}
    </Modal>
  );
}
