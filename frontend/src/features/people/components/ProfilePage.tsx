import { Box, Button, Flex } from '@chakra-ui/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, useUserQuery } from '@/api/users';
import { Page } from '@/components/layouts/Page';
import { PersonAvatar } from '@/components/people/PersonAvatar';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { RowsSkeleton } from '@/components/ui/Rows';
import { mediumDate } from '@/i18n/format';
import { useFriendsQuery, useUnfriendMutation } from '@/features/people/api';
import { FriendButtons } from '@/features/people/components/FriendButtons';

/** Somebody else: who they are, and what one can do. */
export function ProfilePage({ userId, myId }: { userId: string; myId: string }) {
  const { t } = useTranslation();
  const { data: user, error, refetch } = useUserQuery(userId);
  const { data: friends } = useFriendsQuery();
  const [unfriend] = useUnfriendMutation();
  const [ending, setEnding] = useState(false);
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
            <PersonAvatar id={user.id} name={nameOf(user)} size={72} />
            <Box minW="0" flex="1">
              <Box as="h2" textStyle="xl" fontWeight="bold" overflowWrap="anywhere">
                <bdi>{nameOf(user)}</bdi>
              </Box>
              <Box color="fg.muted">@{user.username}</Box>
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
          <Flex gap="2" mt="6" wrap="wrap">
            <FriendButtons user={user} myId={myId} />
            {isFriend && (
              <Button variant="outline" colorPalette="danger" onClick={() => setEnding(true)} data-testid="unfriend">
                {t('people.end.action')}
              </Button>
            )}
          </Flex>
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
