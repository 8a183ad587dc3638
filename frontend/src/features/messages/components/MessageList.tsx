import { Box, Flex, VisuallyHidden } from '@chakra-ui/react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch, useSelector } from 'react-redux';
import type { Room } from '@/api/wire';
import { say } from '@/components/ui/notices';
import { useNow } from '@/lib/hooks';
import { selectTroubled } from '@/realtime/slice';
import { messagesApi } from '@/features/messages/api';
import { Beginning } from '@/features/messages/components/Beginning';
import { JumpToEnd, JumpToNew } from '@/features/messages/components/JumpBars';
import { DayLine } from '@/features/messages/components/Lines';
import { MoreHere, OnTheWay } from '@/features/messages/components/ListEdges';
import { Pins } from '@/features/messages/components/Pins';
import { RowDialogs } from '@/features/messages/components/RowDialogs';
import { RowView } from '@/features/messages/components/RowView';
import { useAnchoredScroll } from '@/features/messages/hooks/useAnchoredScroll';
import { useAnnouncer } from '@/features/messages/hooks/useAnnouncer';
import { useEscape } from '@/features/messages/hooks/useEscape';
import { useHistory } from '@/features/messages/hooks/useHistory';
import { useJump } from '@/features/messages/hooks/useJump';
import { useGoTo, useLinkedMessage } from '@/features/messages/hooks/useLinkedMessage';
import { useNewLine } from '@/features/messages/hooks/useNewLine';
import { useQuotes } from '@/features/messages/hooks/useQuotes';
import { useReadMarker } from '@/features/messages/hooks/useReadMarker';
import { useRowActions } from '@/features/messages/hooks/useRowActions';
import { useStretch } from '@/features/messages/hooks/useStretch';
import { walkMessages } from '@/features/messages/keyboard';
import { leavePassage, letGo, readOf, type RoomLog } from '@/features/messages/log';
import { selectRoomOutbox, type WithOutbox } from '@/features/messages/outbox';
import { keepPosition, positionOf } from '@/features/messages/positions';
import type { Start, View } from '@/features/messages/scrollKeeper';
import type { Rights } from '@/features/messages/rowActions';
import { buildRows, splitDays, timeline, type Shown } from '@/features/messages/rows';
import type { BaseDispatch } from '@/realtime/listening';

interface MessageListProps {
  room: Room;
  title: string;
  log: RoomLog;
  rights: Rights;
  /** The message that is being edited. */
  editing: number | undefined;
  onEditing: (seq: number | undefined) => void;
  onReply: (shown: Shown) => void;
  /** Grows with every message written here: whoever writes wants to see it. */
  sent: number;
  onProfile: (userId: string) => void;
  /** The reader knows all of it, seen or not. */
  onRead: () => void;
  /** From this message on, with so many of others. */
  onUnread: (seq: number, count: number) => void;
}

export function MessageList(props: MessageListProps) {
  const { room, title, log, rights, editing, onEditing, onReply, sent, onProfile, onRead, onUnread } = props;
  const { myId } = rights;
  const { t } = useTranslation();
  const dispatch = useDispatch<BaseDispatch>();
  const now = useNow(30_000);
  const offline = useSelector(selectTroubled);
  const outbox = useSelector((state: WithOutbox) => selectRoomOutbox(state, room.id));
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>();
  /** Marked as unread: looking at it any longer does not read it. */
  const [unreadHeld, setUnreadHeld] = useState(false);
  const history = useHistory(room.id, log);
  const announced = useAnnouncer(log.messages, myId);

  const { messages } = readOf(log);
  const live = log.passage === undefined;
  const shown = useMemo(
    () => timeline(messages, live ? outbox : [], myId, offline),
    [messages, live, outbox, myId, offline],
  );
  const lastSeq = log.messages.at(-1)?.seq ?? 0;
  const endInView = view?.atEnd ?? true;
  const { line, clear, drawAt } = useNewLine({ messages: log.messages, readSeq: room.readSeq, myId, endInView });
  const lineKey = keyFrom(shown, line);
  const [start] = useState<Start>(() => firstLook(room, line));
  const startKey = start.at === 'anchor' && start.anchor.key !== 'new' ? start.anchor.key : lineKey;
  const stretch = useStretch(shown, startKey, live);
  const atLiveEnd = stretch.atLiveEnd && endInView;
  const lineOnPage = stretch.shown.some(({ key }) => key === lineKey);
  const days = splitDays(buildRows(stretch.shown, lineOnPage ? line : undefined));

  const moved = (next: View) => {
    setView((held) => (held && sameView(held, next) ? held : next));
    keepPosition(room.id, next.atEnd ? undefined : next.anchor);
    if (next.nearTop && stretch.hasAbove) {
      stretch.showAbove();
    } else if (next.nearTop && history.more && !history.error) {
      history.load();
    }
    if (next.nearBottom && stretch.hasBelow) {
      stretch.showBelow();
    } else if (next.nearBottom && history.moreBelow && !history.errorBelow) {
      history.loadBelow();
    }
  };
  const scroll = useAnchoredScroll({ scroller, content, start, followEnd: stretch.atLiveEnd, onMoved: moved });
  useReadMarker({
    roomId: room.id,
    readSeq: room.readSeq,
    lastSeq,
    endInView: view?.atEnd === true && stretch.atLiveEnd && !unreadHeld,
  });

  const { jump, highlighted, leave, isLoading: jumping } = useJump({ room, log, shown, stretch, scroll });
  useLinkedMessage(jump);
  useGoTo(editing !== undefined && !stretch.shown.some(({ seq }) => seq === editing) ? editing : undefined, jump);
  const { actions, asked, close } = useRowActions({
    roomId: room.id,
    myId,
    onProfile,
    onReply,
    onEditing,
    onJump: jump,
    onUnread: (seq) => {
      setUnreadHeld(true);
      drawAt(seq);
      onUnread(seq, countFrom(log, seq, myId));
      say(t('messages.markedUnread'));
    },
  });
  const quoteOf = useQuotes(room.id, messages, stretch.shown);

  // A page has arrived: perhaps it was not enough to fill the view.
  useEffect(() => scroll.look(), [scroll, history.isLoading]);

  const toEnd = () => {
    leave();
    stretch.toEnd();
    scroll.toEnd();
  };
  useEscape(() => {
    setUnreadHeld(false);
    clear();
    toEnd();
    onRead();
  });
  const toEndRef = useRef(toEnd);
  useEffect(() => {
    toEndRef.current = toEnd;
  });
  useEffect(() => {
    if (sent > 0) {
      toEndRef.current();
    }
  }, [sent]);

  // Who comes back to the room begins with its end.
  useEffect(
    () => () => {
      dispatch(messagesApi.util.updateQueryData('log', room.id, (held) => leavePassage(held as RoomLog)));
    },
    [dispatch, room.id],
  );

  useEffect(() => {
    if (view?.atEnd && letGo(log) !== log) {
      dispatch(messagesApi.util.updateQueryData('log', room.id, (held) => letGo(held as RoomLog)));
    }
  }, [dispatch, log, room.id, view?.atEnd]);

  const toNew = () => {
    if (lineKey) {
      stretch.include(lineKey);
      requestAnimationFrame(() => scroll.toRow('new'));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => walkMessages(event, content.current);

  return (
    <>
      <Pins roomId={room.id} mayPin={rights.pins} onJump={jump} />
      <Box position="relative" flex="1" minH="0">
        <Box
          ref={scroller}
          role="log"
          aria-live="off"
          aria-label={t('messages.logOf', { name: title })}
          aria-busy={history.isLoading}
          tabIndex={0}
          data-pane="messages"
          onKeyDown={onKeyDown}
          h="full"
          overflowY="auto"
          overflowX="hidden"
          overscrollBehavior="contain"
          css={{ overflowAnchor: 'none' }}
          _focusVisible={{ outlineOffset: '-2px' }}
        >
          <Flex direction="column" justify="flex-end" minH="full">
            <div ref={content}>
              {history.more || stretch.hasAbove ? (
                <MoreHere error={history.error} onRetry={history.load} />
              ) : (
                <Beginning room={room} title={title} />
              )}
              {days.map(({ key, day, rows }) => (
                <section key={key}>
                  <DayLine day={day} now={now} />
                  {rows.map((row) => (
                    <RowView
                      key={row.key}
                      row={row}
                      roomId={room.id}
                      rights={rights}
                      actions={actions}
                      quoted={row.kind === 'message' ? quoteOf(row.shown.replySeq) : undefined}
                      editing={row.kind === 'message' && editing !== undefined && row.shown.seq === editing}
                      highlighted={row.kind === 'message' && highlighted !== undefined && row.shown.seq === highlighted}
                    />
                  ))}
                </section>
              ))}
              {history.moreBelow ? <MoreHere error={history.errorBelow} onRetry={history.loadBelow} /> : <Box h="3" />}
            </div>
          </Flex>
        </Box>
        {jumping && <OnTheWay />}
        <JumpToNew
          messages={log.messages}
          line={line}
          myId={myId}
          shown={isAbove(lineKey, view, shown)}
          onJump={toNew}
        />
        <JumpToEnd
          messages={log.messages}
          myId={myId}
          shown={editing === undefined && view !== undefined && (view.farUp || !stretch.atLiveEnd)}
          onJump={toEnd}
          atEnd={atLiveEnd}
        />
        <VisuallyHidden aria-live="polite" role="status">
          {announced}
        </VisuallyHidden>
        <RowDialogs
          roomId={room.id}
          asked={asked}
          actions={actions}
          onClose={close}
          onRecalled={() => onEditing(undefined)}
        />
      </Box>
    </>
  );
}

/** The first message from this one on, unless that is further up than what is shown. */
const keyFrom = (shown: Shown[], from: number | undefined) =>
  from === undefined || (shown[0]?.seq ?? 0) > from
    ? undefined
    : shown.find(({ seq }) => seq !== undefined && seq >= from)?.key;

/** Unread messages come first, then the place one left, else the end. */
function firstLook(room: Room, line: number | undefined): Start {
  const anchor = positionOf(room.id);
  if (line !== undefined) {
    return { at: 'row', key: 'new' };
  }
  return anchor ? { at: 'anchor', anchor } : { at: 'end' };
}

/** Messages of others from this one on; where not all of them are at hand, all count. */
function countFrom({ messages }: RoomLog, seq: number, myId: string): number {
  const [oldest] = messages;
  const unknown = Math.max(0, (oldest?.seq ?? 0) - seq);
  const known = messages.filter((one) => one.seq >= seq && one.userId !== myId && one.contentType !== 'SYSTEM');
  return unknown + known.length;
}

const sameView = (a: View, b: View) => a.atEnd === b.atEnd && a.farUp === b.farUp && a.anchor?.key === b.anchor?.key;

/** Whether the row with this key is above the first one in view. */
function isAbove(key: string | undefined, view: View | undefined, shown: Shown[]): boolean {
  if (key === undefined || !view?.anchor || view.anchor.key === 'new') {
    return false;
  }
  const first = shown.findIndex((one) => one.key === view.anchor?.key);
  return first >= 0 && shown.findIndex((one) => one.key === key) < first;
}
