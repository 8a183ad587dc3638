import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { Laptop, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Device } from '@/api/wire';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { say } from '@/components/ui/notices';
import { RowsSkeleton } from '@/components/ui/Rows';
import { dateAndTime } from '@/i18n/format';
import { problemText } from '@/i18n/problemText';
import { deviceName, isPhone } from '@/features/identity/devices';
import { useDevicesQuery, useRevokeDeviceMutation } from '@/features/identity/api';

/** Where one is signed in; what one does not know or use any more can be ended. */
export function DeviceList() {
  const { t } = useTranslation();
  const { data: devices, error, refetch } = useDevicesQuery();
  return (
    <Box data-testid="devices">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {!devices && !error && <RowsSkeleton rows={2} />}
      <chakra.ul listStyleType="none">
        {devices?.map((device) => (
          <chakra.li key={device.id}>
            <DeviceRow device={device} />
          </chakra.li>
        ))}
      </chakra.ul>
      {devices?.length === 0 && (
        <Box color="fg.muted" textStyle="sm">
          {t('devices.none')}
        </Box>
      )}
    </Box>
  );
}

function DeviceRow({ device }: { device: Device }) {
  const { t } = useTranslation();
  const [revoke, { isLoading }] = useRevokeDeviceMutation();
  const name = deviceName(device.userAgent) ?? t('devices.unknown');
  const end = async () => {
    const answer = await revoke(device.id);
    if (answer.error) {
      say(problemText(t, asProblem(answer.error)), 'error');
    }
  };
  return (
    <Flex align="center" gap="3" minH="14" py="1" data-testid="device" data-current={device.current}>
      <Box color="fg.muted" flexShrink={0} aria-hidden>
        {isPhone(device.userAgent) ? <Smartphone size={20} /> : <Laptop size={20} />}
      </Box>
      <Box flex="1" minW="0">
        <Box fontWeight="medium" truncate title={device.userAgent}>
          {name}
          {device.current && (
            <chakra.span color="accent.fg" textStyle="sm">
              {' · '}
              {t('devices.this')}
            </chakra.span>
          )}
        </Box>
        <Box textStyle="xs" color="fg.muted" overflowWrap="anywhere">
          {device.ip} · {t('devices.lastUsed', { when: dateAndTime(device.lastUsedAt) })}
        </Box>
      </Box>
      {!device.current && (
        <Button
          size="xs"
          variant="outline"
          loading={isLoading}
          onClick={end}
          aria-label={t('devices.endName', { name })}
          data-testid="device-end"
        >
          {t('devices.end')}
        </Button>
      )}
    </Flex>
  );
}
