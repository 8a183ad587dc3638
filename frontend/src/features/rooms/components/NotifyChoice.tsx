import { Box, chakra } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NotifyLevel, Room } from '@/api/wire';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Section } from '@/components/ui/Section';
import { SelectField } from '@/components/ui/SelectField';
import { useChangeNotifyMutation } from '@/features/rooms/api';
import { useNotifying } from '@/lib/notifying';

const levels: NotifyLevel[] = ['all', 'mentions', 'none'];

/** Of what in this room one wants to be told. Only oneself sees it. */
export function NotifyChoice({ room }: { room: Room }) {
  const { t } = useTranslation();
  const notifying = useNotifying();
  const [change, { isLoading, error }] = useChangeNotifyMutation();
  return (
    <Section title={t('roomSettings.notify.label')} testId="notify">
      <SelectField<NotifyLevel>
        hideLabel
        label={t('roomSettings.notify.label')}
        value={room.notifyLevel}
        disabled={isLoading}
        onChange={(notifyLevel) => void change({ roomId: room.id, notifyLevel })}
        options={levels.map((value) => ({ value, label: t(`roomSettings.notify.${value}`) }))}
      />
      {notifying === 'off' && (
        <Box textStyle="xs" color="fg.muted" mt="1.5">
          {t('notifications.offHere')}{' '}
          <chakra.span color="accent.fg" textDecoration="underline">
            <Link to="/settings">{t('settings.title')}</Link>
          </chakra.span>
        </Box>
      )}
      <ErrorNote error={error} />
    </Section>
  );
}
