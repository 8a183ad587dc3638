import { Box, chakra, Flex } from '@chakra-ui/react';
import { BellOff, Pencil } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { nameOf, usersApi } from '@/api/users';
import type { Room } from '@/api/wire';
import { Count } from '@/components/ui/Count';
import { shortWhen } from '@/i18n/format';
import { plainText } from '@/lib/markdown';
import { systemSentence } from '@/i18n/systemSentence';
import { asksForAttention } from '@/features/rooms/list';
import { titleOf } from '@/features/rooms/hooks/useRooms';
import { RoomAvatar } from '@/features/rooms/components/RoomAvatar';

interface RoomItemProps {
  room: Room;
  myId: string;
  draft?: string;
  now: number;
  /** Whether the name of the last author may be asked for; far down in the list only known ones are shown. */
  near: boolean;
}

const wordsOf = ({ text, media }: NonNullable<Room['lastMessage']>) =>
  [media && `📎 ${media.fileName}`, plainText(text ?? '')].filter(Boolean).join(' ');

/** The last message in one line. */
function usePreview(room: Room, myId: string, near: boolean): string {
  const { t } = useTranslation();
  const last = room.lastMessage;
  const authorId = last?.userId ?? myId;
  const otherId = last?.system?.userId ?? authorId;
  usersApi.endpoints.user.useQuerySubscription(authorId, { skip: !near });
  usersApi.endpoints.user.useQuerySubscription(otherId, { skip: !near });
  const author = usersApi.endpoints.user.useQueryState(authorId).data;
  const other = usersApi.endpoints.user.useQueryState(otherId).data;
  if (!last) {
    return room.topic || t('rooms.noMessages');
  }
  const name = (id: string) => nameOf(id === authorId ? author : other) || t('people.someone');
  if (last.contentType === 'SYSTEM' && last.system) {
    return systemSentence(t, last.system, authorId, name);
  }
  const words = last.contentType === 'RECALLED' ? t('messages.recalled') : wordsOf(last);
  if (authorId === myId) {
    return t('rooms.you', { words });
  }
  return room.channelType === 'PRIVATE' || !author ? words : `${nameOf(author)}: ${words}`;
}

export const RoomItem = memo(function RoomItem({ room, myId, draft, now, near }: RoomItemProps) {
  const { t } = useTranslation();
  const preview = usePreview(room, myId, near);
  const title = titleOf(room) || t('people.unknown');
  const unread = room.unread > 0;
  const loud = asksForAttention(room);

  return (
    <chakra.li listStyleType="none">
      <chakra.div asChild>
        <NavLink
          to={`/rooms/${room.id}`}
          data-testid="room-item"
          data-room={room.id}
          data-unread={room.unread}
          className="room-item"
        >
          <RoomAvatar room={room} title={title} size={38} />
          <Box minW="0" flex="1">
            <Flex align="baseline" gap="2">
              <Box flex="1" truncate fontWeight={loud ? 'bold' : 'medium'} data-testid="room-title">
                <bdi>{title}</bdi>
              </Box>
              <chakra.time textStyle="2xs" color={loud ? 'accent.fg' : 'fg.subtle'} flexShrink={0}>
                {shortWhen(room.lastMessage?.createdAt ?? room.createdAt, now)}
              </chakra.time>
            </Flex>
            <Flex align="center" gap="2" minH="5">
              <Box flex="1" truncate textStyle="sm" color={loud ? 'fg' : 'fg.muted'} dir="auto">
                {draft ? (
                  <>
                    <Pencil size={11} aria-label={t('rooms.draft')} style={{ display: 'inline', marginInlineEnd: 4 }} />
                    {draft}
                  </>
                ) : (
                  preview
                )}
              </Box>
              {room.mentions > 0 && (
                <chakra.span
                  data-testid="room-mentions"
                  role="img"
                  aria-label={t('rooms.mentions', { count: room.mentions })}
                  color="accent.fg"
                  fontWeight="bold"
                  flexShrink={0}
                >
                  @
                </chakra.span>
              )}
              {room.notifyLevel !== 'all' && (
                <Box color="fg.subtle" flexShrink={0} data-testid="room-muted">
                  <BellOff size={13} aria-label={t(`roomSettings.notify.${room.notifyLevel}Short`)} />
                </Box>
              )}
              {unread && (
                <Count
                  value={room.unread}
                  label={t('rooms.unread', { count: room.unread })}
                  testId="room-unread"
                  quiet={!loud}
                />
              )}
            </Flex>
          </Box>
        </NavLink>
      </chakra.div>
    </chakra.li>
  );
});
