import { Box, Button, Flex } from '@chakra-ui/react';
import { Bell, BellOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PreferenceField } from '@/features/settings/components/PreferenceField';
import { startNotifying, stopNotifying, useNotifying } from '@/lib/notifying';

/** What notifications are for, and the click after which the browser asks whether they may be shown. */
export function NotificationField() {
  const { t } = useTranslation();
  const state = useNotifying();
  return (
    <Flex direction="column" gap="4" align="flex-start" data-testid="notifications" data-state={state}>
      <Box color="fg.muted" textStyle="sm">
        {t(`notifications.${state}`)}
      </Box>
      {state === 'off' && (
        <Button variant="outline" onClick={() => void startNotifying()} data-testid="notifications-on">
          <Bell /> {t('notifications.turnOn')}
        </Button>
      )}
      {state === 'on' && (
        <>
          <Box w="full">
            <PreferenceField name="notificationText" />
          </Box>
          <Button variant="outline" onClick={stopNotifying} data-testid="notifications-off">
            <BellOff /> {t('notifications.turnOff')}
          </Button>
        </>
      )}
    </Flex>
  );
}
