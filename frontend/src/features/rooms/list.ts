import type { Message, NotifyLevel, ReadMark, Room, RoomFacts } from '@/api/wire';

/** The rooms one is in, by id. */
export type Rooms = Record<string, Room>;

const UNREAD_MOST = 100;

export const byId = (rooms: Room[]): Rooms => Object.fromEntries(rooms.map((room) => [room.id, room]));

const lastActive = (room: Room) => room.lastMessage?.createdAt ?? room.createdAt;

/** The one where something happened last comes first. */
export const byActivity = (rooms: Rooms): Room[] =>
  Object.values(rooms).sort((a, b) => lastActive(b).localeCompare(lastActive(a)));

/** Whether it calls this person by name. */
export const callsPerson = (message: Message, myId: string) =>
  message.userId !== myId && (message.mentions?.all === true || message.mentions?.userIds.includes(myId) === true);

const counts = (message: Message, myId: string) => message.userId !== myId && message.contentType !== 'SYSTEM';

/** A message was written or changed. */
export function withMessage(rooms: Rooms, message: Message, myId: string): Rooms {
  const room = rooms[message.roomId];
  if (!room || message.rev <= room.lastRev) {
    return rooms;
  }
  const isNew = message.seq > room.lastSeq;
  const isLast = message.seq >= (room.lastMessage?.seq ?? 0);
  return {
    ...rooms,
    [room.id]: {
      ...room,
      lastRev: message.rev,
      lastSeq: Math.max(room.lastSeq, message.seq),
      lastMessage: isLast ? message : room.lastMessage,
      mentions: room.mentions + (isNew && callsPerson(message, myId) ? 1 : 0),
      unread: isNew && counts(message, myId) ? Math.min(UNREAD_MOST, room.unread + 1) : room.unread,
    },
  };
}

/** The own read position moved, here or on another device. It only moves forward. */
export function withRead(rooms: Rooms, { roomId, seq }: Pick<ReadMark, 'roomId' | 'seq'>): Rooms {
  const room = rooms[roomId];
  if (!room || seq <= room.readSeq) {
    return rooms;
  }
  const rest = Math.max(0, room.lastSeq - seq);
  return {
    ...rooms,
    [roomId]: { ...room, readSeq: seq, unread: Math.min(room.unread, rest), mentions: Math.min(room.mentions, rest) },
  };
}

/** What is the same for everybody in the room changed; what is one's own stays. */
export function withFacts(rooms: Rooms, facts: RoomFacts): Rooms {
  const room = rooms[facts.id];
  if (!room) {
    return rooms;
  }
  const { role, readSeq, unread, mentions, notifyLevel, lastMessage, lastSeq, lastRev, firstSeq, other } = room;
  const kept = { role, readSeq, unread, mentions, notifyLevel, lastMessage };
  return {
    ...rooms,
    [room.id]: {
      ...facts,
      ...kept,
      other: facts.other ?? other,
      lastSeq: Math.max(lastSeq, facts.lastSeq),
      lastRev: Math.max(lastRev, facts.lastRev),
      firstSeq: Math.max(firstSeq, facts.firstSeq),
    },
  };
}

/** One chose anew of what to be told. */
export function withNotifyLevel(rooms: Rooms, roomId: string, notifyLevel: NotifyLevel): Rooms {
  const room = rooms[roomId];
  return room ? { ...rooms, [roomId]: { ...room, notifyLevel } } : rooms;
}

/** Everything before `firstSeq` is gone: it is neither shown nor unread any more. */
export function withTrimmed(rooms: Rooms, roomId: string, firstSeq: number): Rooms {
  const room = rooms[roomId];
  if (!room || firstSeq <= room.firstSeq) {
    return rooms;
  }
  const left = Math.max(0, room.lastSeq - firstSeq + 1);
  const lastMessage = room.lastMessage && room.lastMessage.seq >= firstSeq ? room.lastMessage : undefined;
  return { ...rooms, [roomId]: { ...room, firstSeq, lastMessage, unread: Math.min(room.unread, left) } };
}

/** Whether a room may ask for attention with what is unread in it: as its reader chose, and one that is muted not at all. */
export const asksForAttention = ({ unread, mentions, notifyLevel }: Room): boolean =>
  unread > 0 && (notifyLevel === 'all' || (notifyLevel === 'mentions' && mentions > 0));

/** A room as one sees it oneself: the whole truth, unless we know newer messages already. */
export function withRoom(rooms: Rooms, room: Room): Rooms {
  const known = rooms[room.id];
  return known && known.lastRev > room.lastRev
    ? withFacts({ ...rooms, [room.id]: { ...known, role: room.role } }, room)
    : { ...rooms, [room.id]: room };
}

export function without(rooms: Rooms, roomId: string): Rooms {
  const { [roomId]: _, ...others } = rooms;
  return others;
}
