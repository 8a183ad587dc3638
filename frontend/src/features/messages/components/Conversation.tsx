import { Box, Flex } from '@chakra-ui/react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '@/api/wire';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { RowsSkeleton } from '@/components/ui/Rows';
import { useLogQuery } from '@/features/messages/api';
import { Composer } from '@/features/messages/components/Composer';
import { MessageList } from '@/features/messages/components/MessageList';
import { OutsiderBar } from '@/features/messages/components/OutsiderBar';
import { DropZone } from '@/features/messages/media/DropZone';
import { ViewerProvider } from '@/features/messages/media/ViewerProvider';
import { TypingLine } from '@/features/messages/components/TypingLine';
import { readOf } from '@/features/messages/log';
import type { Rights } from '@/features/messages/rowActions';
import type { Shown } from '@/features/messages/rows';
import { useOutsiders } from '@/features/messages/hooks/useOutsiders';
import { useReachesUnread } from '@/features/messages/hooks/useHistory';

interface ConversationProps {
  room: Room;
  /** What the room is called here: for a direct room the other person. */
  title: string;
  myId: string;
  /** May take back messages of others. */
  moderates: boolean;
  onProfile: (userId: string) => void;
  onRead: () => void;
  onUnread: (seq: number, count: number) => void;
  /** Brings somebody into the room; absent: not allowed, or not possible. */
  onAdd?: (userId: string) => Promise<unknown>;
}

/** The middle of everything: what was said, who is writing, and where one answers. Keyed by room. */
export function Conversation({ room, title, myId, moderates, onProfile, onRead, onUnread, onAdd }: ConversationProps) {
  const { t } = useTranslation();
  const { data: log, error, refetch } = useLogQuery(room.id);
  const [sent, setSent] = useState(0);
  const [editing, setEditing] = useState<number>();
  const [replyTo, setReplyTo] = useState<Shown>();
  const outsiders = useOutsiders(room.id);
  const noReply = useCallback(() => setReplyTo(undefined), []);
  const direct = room.channelType === 'PRIVATE';
  const mayWrite = room.writePolicy === 'everyone' || moderates;
  const rights: Rights = {
    myId,
    moderates,
    pins: (direct || moderates) && !room.readOnly,
    readOnly: room.readOnly,
    writes: mayWrite,
  };
  const editLast = () =>
    setEditing(log?.messages.findLast((one) => one.userId === myId && one.contentType === 'TEXT')?.seq);
  const ready = useReachesUnread(room.id, log, room.readSeq);

  return (
    <DropZone roomId={room.id} title={title} disabled={room.readOnly || !mayWrite}>
      <ViewerProvider messages={log && readOf(log).messages}>
        {log && ready ? (
          <MessageList
            room={room}
            title={title}
            log={log}
            rights={rights}
            editing={editing}
            onEditing={setEditing}
            onReply={setReplyTo}
            sent={sent}
            onProfile={onProfile}
            onRead={onRead}
            onUnread={onUnread}
          />
        ) : (
          <Flex direction="column" flex="1" minH="0" overflow="hidden" justify="flex-end">
            {error ? (
              <Box p="4" my="auto">
                <ErrorNote error={error} onRetry={() => void refetch()} />
              </Box>
            ) : (
              <RowsSkeleton rows={9} />
            )}
          </Flex>
        )}
        {room.readOnly || !mayWrite ? (
          <Box
            mx="4"
            mb="4"
            p="3"
            borderRadius="l3"
            bg="bg.muted"
            color="fg.muted"
            textStyle="sm"
            textAlign="center"
            data-testid="cannot-write"
          >
            {room.readOnly ? t('messages.readOnly') : t('messages.onlyAdminsWrite')}
          </Box>
        ) : (
          <>
            <OutsiderBar people={outsiders.people} onAdd={onAdd} onDone={outsiders.forget} />
            <Composer
              roomId={room.id}
              memberCount={room.memberCount}
              placeholder={t('messages.placeholder', { name: title })}
              everybody={moderates}
              replyTo={replyTo}
              onNoReply={noReply}
              onEditLast={editLast}
              onSent={(text) => {
                setSent((count) => count + 1);
                if (!direct) {
                  outsiders.look(text);
                }
              }}
            />
            <TypingLine roomId={room.id} />
          </>
        )}
      </ViewerProvider>
    </DropZone>
  );
}
