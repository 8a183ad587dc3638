import { Box, Button, chakra } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { nameOf } from '@/api/users';
import type { Ban } from '@/api/wire';
import { PersonLine } from '@/components/people/PersonLine';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { say } from '@/components/ui/notices';
import { Section } from '@/components/ui/Section';
import { problemText } from '@/i18n/problemText';
import { useBansQuery, useLiftBanMutation } from '@/features/rooms/api';

/** Who may not come back. */
export function Bans({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const { data: bans, error, refetch } = useBansQuery(roomId);
  return (
    <Section title={t('bans.title')} testId="bans">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {bans?.length === 0 && (
        <Box color="fg.muted" textStyle="sm">
          {t('bans.none')}
        </Box>
      )}
      <chakra.ul listStyleType="none">
        {bans?.map((ban) => (
          <chakra.li key={ban.user.id}>
            <BanRow roomId={roomId} ban={ban} />
          </chakra.li>
        ))}
      </chakra.ul>
    </Section>
  );
}

function BanRow({ roomId, ban }: { roomId: string; ban: Ban }) {
  const { t } = useTranslation();
  const [lift, { isLoading }] = useLiftBanMutation();
  const allow = async () => {
    const answer = await lift({ roomId, userId: ban.user.id });
    if (answer.error) {
      say(problemText(t, asProblem(answer.error)), 'error');
    }
  };
  return (
    <PersonLine user={ban.user} second={ban.reason}>
      <Button
        size="xs"
        variant="outline"
        loading={isLoading}
        onClick={allow}
        aria-label={t('bans.liftName', { name: nameOf(ban.user) })}
        data-testid="ban-lift"
      >
        {t('bans.lift')}
      </Button>
    </PersonLine>
  );
}
