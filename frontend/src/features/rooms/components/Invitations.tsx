import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { Check, Copy, Link2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Invitation } from '@/api/wire';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { IconButton } from '@/components/ui/IconButton';
import { say } from '@/components/ui/notices';
import { Section } from '@/components/ui/Section';
import { SelectField } from '@/components/ui/SelectField';
import { dateAndTime } from '@/i18n/format';
import { problemText } from '@/i18n/problemText';
import { copyText } from '@/lib/clipboard';
import { useCreateInvitationMutation, useInvitationsQuery, useRevokeInvitationMutation } from '@/features/rooms/api';

const DAY = 86_400;
const lifetimes = { day: DAY, week: 7 * DAY, month: 30 * DAY, forever: undefined } as const;
type Lifetime = keyof typeof lifetimes;

const uses = ['any', '1', '5', '25', '100'] as const;
type Uses = (typeof uses)[number];

/** Links that let people in. */
export function Invitations({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const [lifetime, setLifetime] = useState<Lifetime>('week');
  const [most, setMost] = useState<Uses>('any');
  const { data: invitations, error, refetch } = useInvitationsQuery(roomId);
  const [create, creating] = useCreateInvitationMutation();

  return (
    <Section title={t('invite.title')}>
      <Box color="fg.muted" textStyle="sm" mb="2">
        {t('invite.text')}
      </Box>
      <Flex direction="column" gap="2" mb="3">
        <Box>
          <SelectField<Lifetime>
            hideLabel
            label={t('invite.lifetime.label')}
            value={lifetime}
            onChange={setLifetime}
            options={(Object.keys(lifetimes) as Lifetime[]).map((value) => ({
              value,
              label: t(`invite.lifetime.${value}`),
            }))}
          />
        </Box>
        <Box>
          <SelectField<Uses>
            hideLabel
            label={t('invite.uses.label')}
            value={most}
            onChange={setMost}
            options={uses.map((value) => ({
              value,
              label: value === 'any' ? t('invite.uses.any') : t('invite.usesLeft', { count: Number(value) }),
            }))}
          />
        </Box>
        <Button
          size="sm"
          alignSelf="flex-start"
          colorPalette="accent"
          loading={creating.isLoading}
          onClick={() =>
            void create({
              roomId,
              expiresInSeconds: lifetimes[lifetime],
              ...(most !== 'any' && { uses: Number(most) }),
            })
          }
          data-testid="invite-create"
        >
          <Link2 /> {t('invite.create')}
        </Button>
      </Flex>
      <ErrorNote error={creating.error} />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {invitations?.map((invitation) => (
        <InvitationRow key={invitation.code} invitation={invitation} />
      ))}
    </Section>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const [revoke, { isLoading }] = useRevokeInvitationMutation();
  const link = `${location.origin}/invite/${invitation.code}`;

  const copy = async () => {
    if (await copyText(link)) {
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } else {
      say(t('errors.client.copy'), 'error');
    }
  };
  const withdraw = async () => {
    const answer = await revoke(invitation);
    if (answer.error) {
      say(problemText(t, asProblem(answer.error)), 'error');
    }
  };

  return (
    <Box py="1.5">
      <Flex align="center" gap="1">
        <chakra.input
          readOnly
          value={link}
          aria-label={t('invite.link')}
          data-testid="invite-link"
          onFocus={(event) => event.target.select()}
          flex="1"
          minW="0"
          h="8"
          px="2"
          bg="bg.muted"
          borderRadius="l2"
          textStyle="xs"
          fontFamily="mono"
        />
        <IconButton label={copied ? t('invite.copied') : t('invite.copy')} onClick={copy}>
          {copied ? <Check /> : <Copy />}
        </IconButton>
        <IconButton label={t('invite.revoke')} loading={isLoading} onClick={withdraw}>
          <Trash2 />
        </IconButton>
      </Flex>
      <Box textStyle="xs" color="fg.muted" mt="1" aria-live="polite">
        {copied ? t('invite.copied') : validity()}
      </Box>
    </Box>
  );

  function validity(): string {
    const until = invitation.expiresAt
      ? t('invite.until', { when: dateAndTime(invitation.expiresAt) })
      : t('invite.lifetime.forever');
    return invitation.usesLeft === undefined
      ? until
      : `${until} · ${t('invite.usesLeft', { count: invitation.usesLeft })}`;
  }
}
