import { Button, chakra, Flex } from '@chakra-ui/react';
import { CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDispatch } from 'react-redux';
import { problemText } from '@/i18n/problemText';
import { marked, removed } from '@/features/messages/outbox';
import type { Shown } from '@/features/messages/rows';
import { retryNow } from '@/realtime/actions';

/** Under a message that is not on the server yet: why, and what can be done. */
export function SendState({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { state, clientId } = shown;
  if (state === 'sent' || !clientId) {
    return null;
  }
  if (state === 'pending') {
    // Beside the text, not below it: nothing moves when the confirmation arrives.
    return (
      <chakra.span position="absolute" insetEnd="4" bottom="1.5" color="fg.subtle" title={t('messages.state.pending')}>
        <Clock size={12} aria-hidden />
      </chakra.span>
    );
  }
  const waits = shown.code === 'client.unreachable';
  const why = waits
    ? t('messages.waitsForConnection')
    : problemText(t, { code: shown.code ?? 'unknown', detail: '', retryable: false, fields: [] });
  const retry = () => {
    dispatch(marked({ clientId, state: 'pending' }));
    dispatch(retryNow());
  };
  return (
    <Flex align="center" gap="1.5" wrap="wrap" color={waits ? 'fg.warning' : 'fg.error'} textStyle="xs" mt="0.5">
      <Flex align="flex-start" gap="1.5" minW="0">
        <CircleAlert size={13} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
        <span>
          {t('messages.notSent')} {why}
        </span>
      </Flex>
      <Button size="2xs" variant="outline" data-testid="message-retry" onClick={retry}>
        {t('messages.retry')}
      </Button>
      <Button size="2xs" variant="outline" data-testid="message-delete" onClick={() => dispatch(removed([clientId]))}>
        {t('messages.delete')}
      </Button>
    </Flex>
  );
}
