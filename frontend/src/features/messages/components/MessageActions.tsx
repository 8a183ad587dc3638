import { Flex } from '@chakra-ui/react';
import { Copy, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/IconButton';
import { say } from '@/components/ui/notices';
import { copyText } from '@/lib/clipboard';
import type { Shown } from '@/features/messages/rows';

/** What can be done with a message. Seen on hover, on focus and after a tap; Enter on the message leads here. */
export function MessageActions({ shown, onRecall }: { shown: Shown; onRecall?: (shown: Shown) => void }) {
  const { t } = useTranslation();
  const copy = async () => {
    say((await copyText(shown.text)) ? t('messages.copied') : t('errors.client.copy'));
  };
  return (
    <Flex
      className="actions reveal"
      role="toolbar"
      aria-label={t('messages.actions')}
      position="absolute"
      insetEnd="4"
      top="-3"
      bg="bg.panel"
      borderWidth="1px"
      borderRadius="l2"
      boxShadow="sm"
      p="0.5"
      zIndex="docked"
    >
      <IconButton label={t('messages.copy')} tabIndex={-1} size="2xs" onClick={copy}>
        <Copy />
      </IconButton>
      {onRecall && (
        <IconButton
          label={t('messages.recall')}
          tabIndex={-1}
          size="2xs"
          data-testid="message-recall"
          onClick={() => onRecall(shown)}
        >
          <Undo2 />
        </IconButton>
      )}
    </Flex>
  );
}
