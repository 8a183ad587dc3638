import { Box, Button, Flex } from '@chakra-ui/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handleOf, nameOf, useUserQuery } from '@/api/users';
import { Page } from '@/components/layouts/Page';
import { PersonAvatar } from '@/components/people/PersonAvatar';
import { useLastSeenText } from '@/components/people/useLastSeenText';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { RowsSkeleton } from '@/components/ui/Rows';
import { mediumDate } from '@/i18n/format';
import { useBlocksQuery, useFriendsQuery, useUnfriendMutation } from '@/features/people/api';
import { BlockButton } from '@/features/people/components/BlockButton';
import { FriendButtons } from '@/features/people/components/FriendButtons';
import { NoteDialog } from '@/features/people/components/NoteDialog';

/** Somebody else: who they are, and what one can do. */
export function ProfilePage({ userId, myId }: { userId: string; myId: string }) {
  const { t } = useTranslation();
  const { data: user, error, refetch } = useUserQuery(userId);
  const { data: friends } = useFriendsQuery();
  const [unfriend] = useUnfriendMutation();
  const { data: blocks } = useBlocksQuery();
  const [ending, setEnding] = useState(false);
  const [noting, setNoting] = useState(false);
  const lastSeen = useLastSeenText(userId);
  const blocked = blocks?.some(({ user: { id } }) => id === userId) ?? false;
  const mayAsk = friends !== undefined && !friends[userId] && !blocked;
  const isFriend = friends?.[userId]?.state === 'accepted';
  const facts = user
    ? ([
        ['qq', user.qq],
        ['wechat', user.wechat],
        ['github', user.github],
      ] as const)
    : [];

  return (
    <Page title={t('profile.title')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {!user && !error && <RowsSkeleton rows={3} />}
      {user && (
        <Box>
          <Flex align="center" gap="4" wrap="wrap">
            <PersonAvatar id={user.id} name={nameOf(user)} image={user.image} size={72} />
            <Box minW="0" flex="1">
              <Box as="h2" textStyle="xl" fontWeight="bold" overflowWrap="anywhere">
                <bdi>{nameOf(user)}</bdi>
              </Box>
              <Box color="fg.muted">{handleOf(user)}</Box>
              {lastSeen && (
                <Box color="fg.muted" textStyle="sm" data-testid="last-seen">
                  {lastSeen}
                </Box>
              )}
            </Box>
          </Flex>
          {user.bio && (
            <Box mt="4" whiteSpace="pre-wrap" overflowWrap="anywhere" dir="auto">
              {user.bio}
            </Box>
          )}
          <Box as="dl" mt="4" textStyle="sm">
            {facts.map(([name, value]) =>
              value ? <Fact key={name} label={t(`profile.${name}`)} value={value} /> : null,
            )}
            <Fact label={t('profile.since')} value={mediumDate(user.createdAt)} />
          </Box>
          <Flex gap="2" mt="6" wrap="wrap" hidden={user.deleted}>
            {!blocked && <FriendButtons user={user} myId={myId} />}
            {mayAsk && (
              <Button variant="outline" onClick={() => setNoting(true)} data-testid="befriend-note">
                {t('people.note.action')}
              </Button>
            )}
            {isFriend && (
              <Button variant="outline" colorPalette="danger" onClick={() => setEnding(true)} data-testid="unfriend">
                {t('people.end.action')}
              </Button>
            )}
            {blocks && <BlockButton user={user} blocked={blocked} />}
          </Flex>
          {noting && <NoteDialog user={user} onClose={() => setNoting(false)} />}
          {ending && (
            <ConfirmDialog
              title={t('people.end.title', { name: nameOf(user) })}
              action={t('people.end.action')}
              onConfirm={() => unfriend(userId).unwrap()}
              onClose={() => setEnding(false)}
            >
              {t('people.end.text')}
            </ConfirmDialog>
          )}
        </Box>
      )}
    </Page>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <Flex gap="3" py="1">
      <Box as="dt" w="28" color="fg.muted" flexShrink={0}>
        {label}
      </Box>
      <Box as="dd" overflowWrap="anywhere" minW="0">
        {value}
      </Box>
    </Flex>
  );
}
