import { Box, Flex } from '@chakra-ui/react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch } from 'react-redux';
import { useNavigate, useParams } from 'react-router';
import { NotFound } from '@/app/NotFound';
import type { AppDispatch } from '@/app/store';
import { useFriends } from '@/app/useFriends';
import { searchIn } from '@/app/useSearchKey';
import type { Room } from '@/api/wire';
import { RowsSkeleton } from '@/components/ui/Rows';
import { Conversation } from '@/features/messages/components/Conversation';
import { useAddMembersMutation } from '@/features/rooms/api';
import { RoomHeader } from '@/features/rooms/components/RoomHeader';
import { titleOf, useRooms } from '@/features/rooms/hooks/useRooms';
import { markRead, markUnread } from '@/features/rooms/markRead';
import { mayManage } from '@/features/rooms/members';

const RoomDetails = lazy(async () => ({
  default: (await import('@/features/rooms/components/RoomDetails')).RoomDetails,
}));

export function RoomRoute({ myId }: { myId: string }) {
  const { t } = useTranslation();
  const { roomId = '', panel } = useParams();
  const rooms = useRooms();
  const room = rooms?.[roomId];
  if (!rooms) {
    return <RowsSkeleton />;
  }
  if (!room || (panel !== undefined && panel !== 'details')) {
    return <NotFound title={t('notFound.room')} text={t('notFound.roomText')} />;
  }
  return <OpenRoom room={room} myId={myId} details={panel === 'details'} />;
}

function OpenRoom({ room, myId, details }: { room: Room; myId: string; details: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const friends = useFriends();
  const [add] = useAddMembersMutation();
  const dispatch = useDispatch<AppDispatch>();
  const title = titleOf(room) || t('people.unknown');
  const home = `/rooms/${room.id}`;
  const direct = room.channelType === 'PRIVATE';

  const profile = (userId: string) => void navigate(`/people/${userId}`);
  const toggle = () => {
    if (direct) {
      profile(room.other?.id ?? '');
    } else {
      void navigate(details ? home : `${home}/details`);
    }
  };

  return (
    <Flex h="full" minH="0" position="relative">
      <Flex direction="column" flex="1" minW="0" minH="0">
        <RoomHeader
          room={room}
          title={title}
          detailsOpen={details}
          onDetails={toggle}
          onSearch={() => void navigate(searchIn(title))}
        />
        <Conversation
          key={room.id}
          room={room}
          title={title}
          myId={myId}
          moderates={!direct && mayManage(room.role)}
          onProfile={profile}
          onRead={() => dispatch(markRead(room.id))}
          onUnread={(seq, count) => dispatch(markUnread(room.id, seq, count))}
          onAdd={
            !direct && mayManage(room.role)
              ? (userId) => add({ roomId: room.id, userIds: [userId] }).unwrap()
              : undefined
          }
        />
      </Flex>
      {details && !direct && (
        <Box
          as="aside"
          aria-label={t('rooms.details')}
          position={{ base: 'absolute', lg: 'static' }}
          insetBlock="0"
          insetEnd="0"
          w={{ base: 'full', sm: 'drawer' }}
          bg="bg"
          borderStartWidth={{ base: '0', sm: '1px' }}
          boxShadow={{ base: 'lg', lg: 'none' }}
          zIndex="banner"
          flexShrink={0}
        >
          <Suspense fallback={<RowsSkeleton />}>
            <RoomDetails
              key={room.id}
              room={room}
              title={title}
              myId={myId}
              friends={friends}
              onProfile={profile}
              onClose={() => void navigate(home)}
              onGone={() => void navigate('/', { replace: true })}
            />
          </Suspense>
        </Box>
      )}
    </Flex>
  );
}
