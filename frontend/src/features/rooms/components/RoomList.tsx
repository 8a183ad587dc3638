import { Box, Button, chakra } from '@chakra-ui/react';
import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/ui/EmptyState';
import { RowsSkeleton } from '@/components/ui/Rows';
import { useNow } from '@/lib/hooks';
import { RoomItem } from '@/features/rooms/components/RoomItem';
import { titleOf, useRoomsByActivity } from '@/features/rooms/hooks/useRooms';

interface RoomListProps {
  myId: string;
  /** Only rooms with this in their name. */
  filter: string;
  /** What is being written, by room. */
  drafts: Record<string, string>;
  onNewRoom: () => void;
}

/** How many rooms are near enough to the top to ask for the names of their last authors. */
const NEAR = 20;

const matches = (title: string, filter: string) =>
  title.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase());

export function RoomList({ myId, filter, drafts, onNewRoom }: RoomListProps) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const rooms = useRoomsByActivity();
  if (!rooms) {
    return <RowsSkeleton />;
  }
  const found = rooms.filter((room) => matches(titleOf(room), filter));
  if (rooms.length === 0) {
    return (
      <EmptyState compact icon={<MessagesSquare size={22} />} title={t('rooms.none.title')} text={t('rooms.none.text')}>
        <Button colorPalette="accent" onClick={onNewRoom}>
          {t('rooms.new.open')}
        </Button>
      </EmptyState>
    );
  }
  if (found.length === 0) {
    return (
      <Box px="4" py="6" color="fg.muted" textStyle="sm" textAlign="center" overflowWrap="anywhere">
        {t('rooms.noneFound', { q: filter.trim() })}
      </Box>
    );
  }
  return (
    <chakra.ul data-testid="room-list" aria-label={t('rooms.list')} px="2" pb="2" css={itemLook}>
      {found.map((room, index) => (
        <RoomItem key={room.id} room={room} myId={myId} now={now} draft={drafts[room.id]} near={index < NEAR} />
      ))}
    </chakra.ul>
  );
}

/** Styled here once: the items are links of the router, which know nothing of our style props. */
const itemLook = {
  '& .room-item': {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    paddingInline: '2.5',
    paddingBlock: '2',
    minHeight: 'touch',
    borderRadius: 'lg',
    transition: 'background 80ms',
  },
  '[data-density=compact] & .room-item': { paddingBlock: '0.5' },
  '& .room-item:hover': { bg: 'bg.muted' },
  '& .room-item:focus-visible': { outlineOffset: '-2px' },
  '& .room-item.active': { bg: 'accent.subtle' },
};
