import { isAnyOf } from '@reduxjs/toolkit';
import { usersSeen } from '@/api/users';
import { selectMyId, signedOut } from '@/api/session';
import type { Room } from '@/api/wire';
import { isAnswer, isPush, sessionOpened } from '@/realtime/actions';
import type { BaseDispatch, BaseState, StartListening } from '@/realtime/listening';
import { roomsApi } from '@/features/rooms/api';
import {
  byId,
  withFacts,
  withMessage,
  withNotifyLevel,
  without,
  withRead,
  withRoom,
  withTrimmed,
  type Rooms,
} from '@/features/rooms/list';
import { sortMembers, withChange } from '@/features/rooms/members';
import { dropMark, keepMarks, marksOf, withMarks } from '@/features/rooms/unreadMarks';

/** Rooms that were marked as unread stay so, whatever the server says of its own read positions. */
const patchRooms = (dispatch: BaseDispatch, change: (rooms: Rooms) => Rooms) =>
  dispatch((_: unknown, getState: () => BaseState) => {
    const marks = marksOf(selectMyId(getState()));
    return dispatch(roomsApi.util.updateQueryData('rooms', undefined, (rooms) => withMarks(change(rooms), marks)));
  });

const created = isAnswer('room.create');
const joined = isAnswer('room.join');
const messagePushed = isPush('room.message');
const readPushed = isPush('room.read');
const readAnswered = isAnswer('room.read');
const roomChanged = isPush('room.changed');
const roomAdded = isPush('room.added');
const opened = isAnswer('room.open');
const membersChanged = isPush('room.members');
const roomRemoved = isPush('room.removed');
const notifyChanged = isPush('room.notify');
const roomTrimmed = isPush('room.trimmed');
const left = isAnswer('room.leave');
const readMoved = isAnyOf(readPushed, readAnswered);

const isRoomAnswered = isAnyOf(created, joined);
const isRoomOfRest = isAnyOf(
  roomsApi.endpoints.changeRoom.matchFulfilled,
  roomsApi.endpoints.changeNotify.matchFulfilled,
  roomsApi.endpoints.handOver.matchFulfilled,
);

export function listenForRooms(start: StartListening): void {
  start({
    actionCreator: sessionOpened,
    effect: ({ payload }, { dispatch }) => {
      dispatch(usersSeen([payload.user, ...payload.rooms.flatMap(({ other }) => other ?? [])]));
      // What was pushed to us while we were away is unknown: lists that are looked at are fetched again.
      dispatch(roomsApi.util.invalidateTags(['Members', 'Invitations', 'Bans']));
      const value = withMarks(byId(payload.rooms), marksOf(payload.user.id));
      // At once, not in a promise: pushes that travel in the same frame must find the rooms in place.
      dispatch(roomsApi.util.upsertQueryEntries([{ endpointName: 'rooms', arg: undefined, value }]));
    },
  });
  start({
    matcher: messagePushed,
    effect: ({ payload: { body } }, { dispatch, getState }) => {
      patchRooms(dispatch, (rooms) => withMessage(rooms, body, selectMyId(getState())));
    },
  });
  start({
    matcher: readMoved,
    effect: ({ payload: { body } }, { dispatch, getState }) => {
      if (body.userId === selectMyId(getState())) {
        dropMark(body.userId, body.roomId, body.seq);
        patchRooms(dispatch, (rooms) => withRead(rooms, body));
      }
    },
  });
  start({
    matcher: roomChanged,
    effect: ({ payload: { body } }, { dispatch, getState }) => {
      const known = roomsApi.endpoints.rooms.select()(getState()).data?.[body.id];
      if (known && known.memberCount !== body.memberCount) {
        // A server died before it could tell who came or went.
        dispatch(roomsApi.util.invalidateTags([{ type: 'Members', id: body.id }]));
      }
      patchRooms(dispatch, (rooms) => withFacts(rooms, body));
    },
  });
  start({
    matcher: roomAdded,
    effect: ({ payload: { body } }, { dispatch }) => addRoom(dispatch, body),
  });
  start({
    matcher: isRoomAnswered,
    effect: ({ payload: { body } }, { dispatch }) => addRoom(dispatch, body),
  });
  start({
    matcher: isRoomOfRest,
    effect: ({ payload }, { dispatch }) => addRoom(dispatch, payload),
  });
  start({
    matcher: opened,
    effect: ({ payload: { body } }, { dispatch }) => {
      dispatch(usersSeen(body.members.map(({ user }) => user)));
      patchRooms(dispatch, (rooms) => withRoom(rooms, body.room));
      dispatch(
        roomsApi.util.upsertQueryEntries([
          { endpointName: 'members', arg: body.room.id, value: sortMembers(body.members) },
        ]),
      );
    },
  });
  start({
    matcher: membersChanged,
    effect: ({ payload: { body } }, { dispatch, getState }) => {
      const { roomId, memberCount, joined = [], changed = [] } = body;
      dispatch(usersSeen([...joined, ...changed].map(({ user }) => user)));
      dispatch(roomsApi.util.updateQueryData('members', roomId, (members) => withChange(members, body)));
      const mine = [...joined, ...changed].find(({ user }) => user.id === selectMyId(getState()));
      patchRooms(dispatch, (rooms) => {
        const room = rooms[roomId];
        return room ? { ...rooms, [roomId]: { ...room, memberCount, role: mine?.role ?? room.role } } : rooms;
      });
    },
  });
  start({
    matcher: roomRemoved,
    effect: ({ payload: { body } }, { dispatch }) => void patchRooms(dispatch, (rooms) => without(rooms, body.roomId)),
  });
  start({
    matcher: notifyChanged,
    effect: ({ payload: { body } }, { dispatch }) =>
      void patchRooms(dispatch, (rooms) => withNotifyLevel(rooms, body.roomId, body.notifyLevel)),
  });
  start({
    matcher: roomTrimmed,
    effect: ({ payload: { body } }, { dispatch }) =>
      void patchRooms(dispatch, (rooms) => withTrimmed(rooms, body.roomId, body.firstSeq)),
  });
  start({
    matcher: left,
    effect: ({ payload: { ask } }, { dispatch }) => void patchRooms(dispatch, (rooms) => without(rooms, ask.roomId)),
  });
  start({
    actionCreator: signedOut,
    effect: ({ payload }, store) => {
      const myId = selectMyId(store.getOriginalState());
      if (myId !== '' && !payload.ended) {
        keepMarks(myId, {});
      }
    },
  });
  start({
    matcher: roomsApi.endpoints.deleteRoom.matchFulfilled,
    effect: ({ meta }, { dispatch }) => void patchRooms(dispatch, (rooms) => without(rooms, meta.arg.originalArgs)),
  });
}

function addRoom(dispatch: BaseDispatch, room: Room): void {
  if (room.other) {
    dispatch(usersSeen([room.other]));
  }
  patchRooms(dispatch, (rooms) => withRoom(rooms, room));
}
