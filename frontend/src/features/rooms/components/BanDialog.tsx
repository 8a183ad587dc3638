import { Box } from '@chakra-ui/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { TextField } from '@/components/ui/TextField';
import { BAN_REASON_MAX } from '@/config/limits';
import { useBanMutation } from '@/features/rooms/api';

interface BanDialogProps {
  who: { roomId: string; userId: string };
  name: string;
  onClose: () => void;
}

/** Out, and out for good until somebody changes their mind. */
export function BanDialog({ who, name, onClose }: BanDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [ban] = useBanMutation();
  return (
    <ConfirmDialog
      title={t('bans.ban.title', { name })}
      action={t('bans.ban.action')}
      onConfirm={() => ban({ ...who, ...(reason.trim() !== '' && { reason: reason.trim() }) }).unwrap()}
      onClose={onClose}
    >
      {t('bans.ban.text')}
      <Box mt="4" color="fg">
        <TextField
          label={t('bans.reason')}
          hint={t('bans.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={BAN_REASON_MAX}
          data-testid="ban-reason"
        />
      </Box>
    </ConfirmDialog>
  );
}
