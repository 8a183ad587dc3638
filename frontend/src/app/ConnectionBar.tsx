import { Box, Button, Flex } from '@chakra-ui/react';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDispatch, useSelector } from 'react-redux';
import { useNow } from '@/lib/hooks';
import { retryNow } from '@/realtime/actions';
import { selectConnection, type ConnectionState } from '@/realtime/slice';

const states = {
  idle: 'connecting',
  connecting: 'connecting',
  online: 'online',
  waiting: 'offline',
  stopped: 'stopped',
} as const;

/** Calm and narrow: the connection is away, when the next attempt is, and that one can go on reading and writing. */
export function ConnectionBar() {
  const connection = useSelector(selectConnection);
  return (
    <Box role="status" data-testid="connection-state" data-state={states[connection.phase]} flexShrink={0}>
      {connection.troubled && <Bar connection={connection} />}
    </Box>
  );
}

function Bar({ connection }: { connection: ConnectionState }) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const now = useNow(500);
  const seconds = Math.max(0, Math.ceil(((connection.retryAt ?? now) - now) / 1000));
  const stopped = connection.phase === 'stopped';
  const words = stopped
    ? t('connection.stopped')
    : connection.phase === 'waiting' && seconds > 0
      ? t('connection.retryIn', { count: seconds })
      : t('connection.connecting');

  return (
    <Flex
      align="center"
      justify="center"
      gap="3"
      px="4"
      py="1.5"
      bg="warning.subtle"
      color="fg.warning"
      borderBottomWidth="1px"
      borderColor="warning.border"
      textStyle="sm"
    >
      <CloudOff size={15} aria-hidden style={{ flexShrink: 0 }} />
      {/* The countdown is for the eyes: spoken every second it would drown everything else. */}
      <span>
        {t('connection.lost')} <span aria-hidden={!stopped}>{words}</span>
      </span>
      {stopped ? (
        <Button size="2xs" variant="outline" flexShrink={0} onClick={() => location.reload()}>
          {t('common.broken.reload')}
        </Button>
      ) : (
        <Button
          size="2xs"
          variant="outline"
          flexShrink={0}
          data-testid="retry-now"
          onClick={() => dispatch(retryNow())}
        >
          {t('connection.retryNow')}
        </Button>
      )}
    </Flex>
  );
}
