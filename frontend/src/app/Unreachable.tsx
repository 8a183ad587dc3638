import { Button, Flex } from '@chakra-ui/react';
import { WifiOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { renewSession } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';

/** The server was not there when the page was opened. It is asked again by itself. */
export function Unreachable() {
  const { t } = useTranslation();
  const store = useStore();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    await renewSession(store);
    setBusy(false);
  };
  return (
    <Flex h="full" align="center" justify="center" role="status">
      <EmptyState
        icon={<WifiOff size={22} />}
        title={t('connection.unreachable.title')}
        text={t('connection.unreachable.text')}
      >
        <Button colorPalette="accent" loading={busy} onClick={retry}>
          {t('connection.retryNow')}
        </Button>
      </EmptyState>
    </Flex>
  );
}
