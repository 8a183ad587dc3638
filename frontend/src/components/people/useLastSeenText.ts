import { useTranslation } from 'react-i18next';
import { useLastSeenQuery } from '@/api/users';
import { shortWhen } from '@/i18n/format';
import { useNow } from '@/lib/hooks';
import { usePresence } from '@/realtime/presence';

/** When somebody who is not here was here last; empty when they are, or when it is not shown. */
export function useLastSeenText(userId: string | undefined): string {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const away = usePresence(userId ?? '') === 'offline';
  const { currentData: at } = useLastSeenQuery(userId ?? '', {
    skip: userId === undefined || !away,
    refetchOnMountOrArgChange: true,
  });
  return at && away ? t('presence.lastSeen', { when: shortWhen(at, now) }) : '';
}
