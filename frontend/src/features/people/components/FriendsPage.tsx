import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { UserPlus, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import type { Friend } from '@/api/wire';
import { Page } from '@/components/layouts/Page';
import { PersonLine } from '@/components/people/PersonLine';
import { Count } from '@/components/ui/Count';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { RowsSkeleton } from '@/components/ui/Rows';
import { useFriendsQuery } from '@/features/people/api';
import { FindPeople } from '@/features/people/components/FindPeople';
import { FriendButtons } from '@/features/people/components/FriendButtons';
import { inState } from '@/features/people/friends';

export type FriendsTab = 'all' | 'requests' | 'find';

/** Friends, requests in both directions, and finding new people. */
export function FriendsPage({ tab, myId }: { tab: FriendsTab; myId: string }) {
  const { t } = useTranslation();
  const { data: friends, error, refetch } = useFriendsQuery();
  const pending = friends ? inState(friends, 'pending') : [];

  return (
    <Page
      title={t('people.title')}
      toolbar={
        <chakra.nav aria-label={t('people.title')} css={tabLook}>
          <NavLink to="/friends" end replace className="tab">
            {t('people.tabs.all')}
          </NavLink>
          <NavLink to="/friends/requests" replace className="tab" data-testid="requests-tab">
            {t('people.tabs.requests')}
            {pending.length > 0 && (
              <Count value={pending.length} label={t('people.pendingCount', { count: pending.length })} />
            )}
          </NavLink>
          <NavLink to="/friends/find" replace className="tab" data-testid="find-tab">
            {t('people.tabs.find')}
          </NavLink>
        </chakra.nav>
      }
    >
      {tab === 'find' ? (
        <FindPeople myId={myId} />
      ) : (
        <>
          <ErrorNote error={error} onRetry={() => void refetch()} />
          {!friends && !error && <RowsSkeleton rows={4} />}
          {friends && tab === 'all' && <AllFriends friends={inState(friends, 'accepted')} myId={myId} />}
          {friends && tab === 'requests' && (
            <Requests pending={pending} requested={inState(friends, 'requested')} myId={myId} />
          )}
        </>
      )}
    </Page>
  );
}

function People({ friends, myId }: { friends: Friend[]; myId: string }) {
  const navigate = useNavigate();
  return friends.map(({ user, note, state }) => (
    <PersonLine
      key={user.id}
      user={user}
      note={state === 'accepted' ? undefined : note}
      onOpen={() => void navigate(`/people/${user.id}`)}
    >
      <FriendButtons user={user} myId={myId} />
    </PersonLine>
  ));
}

function AllFriends({ friends, myId }: { friends: Friend[]; myId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (friends.length > 0) {
    return <People friends={friends} myId={myId} />;
  }
  return (
    <EmptyState icon={<Users size={22} />} title={t('people.none.title')} text={t('people.none.text')}>
      <Button colorPalette="accent" onClick={() => void navigate('/friends/find')}>
        {t('people.find')}
      </Button>
    </EmptyState>
  );
}

function Requests({ pending, requested, myId }: { pending: Friend[]; requested: Friend[]; myId: string }) {
  const { t } = useTranslation();
  if (pending.length + requested.length === 0) {
    return (
      <EmptyState
        icon={<UserPlus size={22} />}
        title={t('people.noRequests.title')}
        text={t('people.noRequests.text')}
      />
    );
  }
  return (
    <Flex direction="column" gap="5">
      {pending.length > 0 && (
        <Box>
          <Heading text={t('people.incoming')} />
          <People friends={pending} myId={myId} />
        </Box>
      )}
      {requested.length > 0 && (
        <Box>
          <Heading text={t('people.outgoing')} />
          <People friends={requested} myId={myId} />
        </Box>
      )}
    </Flex>
  );
}

const Heading = ({ text }: { text: string }) => (
  <Box as="h2" textStyle="sm" fontWeight="semibold" color="fg.muted" px="2" mb="1">
    {text}
  </Box>
);

const tabLook = {
  display: 'flex',
  gap: '1',
  '& .tab': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2',
    paddingInline: '3',
    minHeight: '9',
    borderRadius: 'lg',
    fontSize: 'sm',
    fontWeight: 'medium',
    color: 'fg.muted',
  },
  '& .tab:hover': { bg: 'bg.muted' },
  '& .tab.active': { bg: 'accent.subtle', color: 'accent.fg' },
  '@media (pointer: coarse)': { '& .tab': { minHeight: 'touch' } },
};
