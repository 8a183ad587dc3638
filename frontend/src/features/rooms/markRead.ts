import type { ThunkDispatch, UnknownAction } from '@reduxjs/toolkit';
import { selectMyId } from '@/api/session';
import { roomsApi } from '@/features/rooms/api';
import { withRead, type Rooms } from '@/features/rooms/list';
import { dropMark, keepMarks, marksOf, putMark } from '@/features/rooms/unreadMarks';
import type { RealtimeExtra } from '@/realtime/call';
import type { BaseState } from '@/realtime/listening';

type Dispatch = ThunkDispatch<BaseState, RealtimeExtra, UnknownAction>;

/** The server's read positions only move forward: it hears of it when nobody takes it back any more. */
export const UNDO_MS = 6_000;

const patch = (dispatch: Dispatch, change: (rooms: Rooms) => Rooms) =>
  dispatch(roomsApi.util.updateQueryData('rooms', undefined, (rooms) => change(rooms)));

const tell = ({ realtime }: RealtimeExtra, roomId: string, seq: number) =>
  // Not heard of: the room is unread again when the connection is back.
  realtime.call('room.read', { roomId, seq }).catch(() => undefined);

/** All of this room is read. */
export const markRead = (roomId: string) => (dispatch: Dispatch, getState: () => BaseState, extra: RealtimeExtra) => {
  const room = roomsApi.endpoints.rooms.select()(getState()).data?.[roomId];
  if (room && room.lastSeq > room.readSeq) {
    dropMark(selectMyId(getState()), roomId, room.lastSeq);
    patch(dispatch, (rooms) => withRead(rooms, { roomId, seq: room.lastSeq }));
    void tell(extra, roomId, room.lastSeq);
  }
};

/** From this message on the room is unread again, on this device. `count` messages of others are. */
export const markUnread =
  (roomId: string, seq: number, count: number) => (dispatch: Dispatch, getState: () => BaseState) => {
    const myId = selectMyId(getState());
    const room = roomsApi.endpoints.rooms.select()(getState()).data?.[roomId];
    if (room) {
      const upTo = Math.max(room.lastSeq, room.readSeq);
      putMark(myId, roomId, { seq, upTo, count });
      patch(dispatch, (rooms) => ({ ...rooms, [roomId]: { ...room, readSeq: seq - 1, unread: Math.min(100, count) } }));
    }
  };

/** All rooms are read, here at once and elsewhere in a moment. The answer takes it back; undefined: nothing was unread. */
export const markAllRead = () => (dispatch: Dispatch, getState: () => BaseState, extra: RealtimeExtra) => {
  const unread = Object.values(roomsApi.endpoints.rooms.select()(getState()).data ?? {}).filter(
    (room) => room.unread > 0,
  );
  if (unread.length === 0) {
    return undefined;
  }
  const myId = selectMyId(getState());
  const marks = marksOf(myId);
  keepMarks(myId, {});
  const timer = setTimeout(() => unread.forEach(({ id, lastSeq }) => void tell(extra, id, lastSeq)), UNDO_MS);
  unread.forEach(({ id, lastSeq }) => patch(dispatch, (rooms) => withRead(rooms, { roomId: id, seq: lastSeq })));
  return () => {
    clearTimeout(timer);
    keepMarks(myId, marks);
    patch(dispatch, (rooms) => ({
      ...rooms,
      ...Object.fromEntries(
        unread.flatMap(({ id, lastSeq, readSeq, unread: count, mentions }) => {
          const room = rooms[id];
          // What came in since is unread as well; what was read by hand since stays read.
          return room?.readSeq === lastSeq
            ? [
                [
                  id,
                  { ...room, readSeq, unread: Math.min(100, room.unread + count), mentions: room.mentions + mentions },
                ],
              ]
            : [];
        }),
      ),
    }));
  };
};
