import { Box, Flex } from '@chakra-ui/react';
import { Compass, Link2, MessageSquarePlus, Plus, Search, UserSearch, Users } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelector } from 'react-redux';
import { useNavigate } from 'react-router';
import { SidebarLink } from '@/app/SidebarLink';
import { openFirstRoom, SEARCH_KEY } from '@/app/useRoomKeys';
import { useShell } from '@/app/shellContext';
import { UserPanel } from '@/app/UserPanel';
import { ActionMenu } from '@/components/ui/ActionMenu';
import { Count } from '@/components/ui/Count';
import { IconButton } from '@/components/ui/IconButton';
import { Logo } from '@/components/ui/Logo';
import { SearchField } from '@/components/ui/SearchField';
import { selectDrafts } from '@/features/messages/drafts';
import { useFriendsQuery } from '@/features/people/api';
import { inState } from '@/features/people/friends';
import { RoomList } from '@/features/rooms/components/RoomList';

export function Sidebar({ myId }: { myId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { newRoom, joinByLink } = useShell();
  const [filter, setFilter] = useState('');
  const drafts = useSelector(selectDrafts);
  const { data: friends } = useFriendsQuery();
  const pending = friends ? inState(friends, 'pending').length : 0;

  const onSearchKey = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === 'Enter' && filter.trim() !== '' && !nativeEvent.isComposing) {
      openFirstRoom();
      setFilter('');
    } else if (key === 'Escape') {
      setFilter('');
    }
  };

  return (
    <Flex direction="column" h="full" minH="0" data-pane="rooms" tabIndex={-1} outline="none">
      <Flex align="center" gap="2.5" h="14" ps="4" pe="3" flexShrink={0}>
        <Logo size={26} />
        <Box flex="1" fontWeight="bold" textStyle="lg">
          Parley
        </Box>
        <ActionMenu
          trigger={
            <IconButton label={t('sidebar.add')} data-testid="plus-menu">
              <Plus />
            </IconButton>
          }
          actions={[
            { id: 'room', label: t('rooms.new.open'), icon: <MessageSquarePlus size={15} />, onSelect: newRoom },
            {
              id: 'find',
              label: t('people.find'),
              icon: <UserSearch size={15} />,
              onSelect: () => void navigate('/friends/find'),
            },
            {
              id: 'discover',
              label: t('discover.title'),
              icon: <Compass size={15} />,
              onSelect: () => void navigate('/discover'),
            },
            { id: 'link', label: t('invite.enter.title'), icon: <Link2 size={15} />, onSelect: joinByLink },
          ]}
        />
      </Flex>
      <Box px="3" pb="2">
        <SearchField
          label={t('sidebar.search')}
          value={filter}
          onChange={setFilter}
          testId="room-search"
          shortcut={SEARCH_KEY}
          onKeyDown={onSearchKey}
        />
      </Box>
      <Box as="nav" aria-label={t('sidebar.pages')} px="2" pb="1">
        <SidebarLink to="/search" icon={<Search size={17} />} label={t('search.title')} testId="search-tab" />
        <SidebarLink to="/friends" icon={<Users size={17} />} label={t('people.title')} testId="friend-tab">
          {pending > 0 && (
            <Count value={pending} label={t('people.pendingCount', { count: pending })} testId="friend-pending" />
          )}
        </SidebarLink>
        <SidebarLink to="/discover" icon={<Compass size={17} />} label={t('discover.title')} testId="discover-tab" />
      </Box>
      <Flex align="center" justify="space-between" ps="4" pe="3" pt="2" pb="1">
        <Box as="h2" textStyle="xs" fontWeight="semibold" color="fg.muted">
          {t('rooms.list')}
        </Box>
        <IconButton label={t('rooms.new.open')} size="2xs" onClick={newRoom} data-testid="new-room">
          <Plus />
        </IconButton>
      </Flex>
      <Box flex="1" minH="0" overflowY="auto">
        <RoomList myId={myId} filter={filter} drafts={drafts} onNewRoom={newRoom} />
      </Box>
      <UserPanel myId={myId} />
    </Flex>
  );
}
