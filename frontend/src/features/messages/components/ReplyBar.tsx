import { Box, chakra, Flex } from '@chakra-ui/react';
import { CornerUpRight, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { nameOf, useUserQuery } from '@/api/users';
import { IconButton } from '@/components/ui/IconButton';
import { plainText } from '@/lib/markdown';
import type { Shown } from '@/features/messages/rows';

/** Which message is being answered, until it is sent or given up. */
export function ReplyBar({ shown, onCancel }: { shown: Shown; onCancel: () => void }) {
  const { t } = useTranslation();
  const name = nameOf(useUserQuery(shown.userId).data) || t('people.unknown');
  return (
    <Flex align="center" gap="2" px="3.5" pt="1" textStyle="sm" color="fg.muted" data-testid="reply-bar">
      <CornerUpRight size={14} aria-hidden className="mirror" style={{ flexShrink: 0 }} />
      <Box flex="1" minW="0" truncate>
        <chakra.bdi fontWeight="semibold">{t('messages.replyTo', { name })}</chakra.bdi> {plainText(shown.text)}
      </Box>
      <IconButton label={t('messages.noReply')} size="2xs" onClick={onCancel}>
        <X />
      </IconButton>
    </Flex>
  );
}
