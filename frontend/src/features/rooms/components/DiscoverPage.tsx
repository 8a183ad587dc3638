import { Box, Button, Flex } from '@chakra-ui/react';
import { Compass } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RoomView } from '@/api/wire';
import { Page } from '@/components/layouts/Page';
import { Avatar } from '@/components/ui/Avatar';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { RowsSkeleton } from '@/components/ui/Rows';
import { SearchField } from '@/components/ui/SearchField';
import { useSettled } from '@/lib/hooks';
import { useDiscoverQuery, useJoinRoomMutation } from '@/features/rooms/api';
import { useRooms } from '@/features/rooms/hooks/useRooms';

/** Open rooms of this server: whoever likes one walks in. */
export function DiscoverPage({ onNewRoom }: { onNewRoom: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const { data: found, error, refetch } = useDiscoverQuery(q);

  return (
    <Page
      title={t('discover.title')}
      toolbar={<SearchField label={t('discover.search')} value={text} onChange={setText} testId="discover-search" />}
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {!found && !error && <RowsSkeleton rows={4} />}
      {found?.map((room) => (
        <OpenRoom key={room.id} room={room} />
      ))}
      {found?.length === 0 && (
        <EmptyState
          icon={<Compass size={22} />}
          title={q === '' ? t('discover.none') : t('rooms.noneFound', { q })}
          text={t('discover.noneText')}
        >
          <Button colorPalette="accent" onClick={onNewRoom}>
            {t('rooms.new.open')}
          </Button>
        </EmptyState>
      )}
    </Page>
  );
}

function OpenRoom({ room }: { room: RoomView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [join, { isLoading, error }] = useJoinRoomMutation();
  const isMember = useRooms()?.[room.id] !== undefined;

  const enter = async () => {
    const answer = isMember ? { data: room } : await join({ roomId: room.id });
    if (answer.data) {
      await navigate(`/rooms/${room.id}`);
    }
  };

  return (
    <Box py="3" borderBottomWidth="1px" data-testid="discover-room" data-room={room.id}>
      <Flex gap="3" align="center">
        <Avatar id={room.id} name={room.name} image={room.image} square size={40} />
        <Box flex="1" minW="0">
          <Box fontWeight="semibold" truncate>
            <bdi>{room.name}</bdi>
          </Box>
          <Box textStyle="sm" color="fg.muted" truncate>
            {[t('rooms.memberCount', { count: room.memberCount }), room.topic].filter(Boolean).join(' · ')}
          </Box>
        </Box>
        <Button
          variant={isMember ? 'outline' : 'solid'}
          colorPalette={isMember ? 'neutral' : 'accent'}
          loading={isLoading}
          onClick={enter}
          data-testid="discover-join"
        >
          {isMember ? t('discover.open') : t('discover.join')}
        </Button>
      </Flex>
      {error && (
        <Box mt="2">
          <ErrorNote error={error} />
        </Box>
      )}
    </Box>
  );
}
