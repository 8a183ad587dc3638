import { recall, remember } from '@/lib/storage';
import type { Rooms } from '@/features/rooms/list';

/**
 * Rooms that were marked as unread from a message on. The server's read positions only move forward, so this is kept by
 * this browser, until the room is read again, here or elsewhere.
 */
export interface UnreadMark {
  /** The first unread message. */
  seq: number;
  /** The newest message when the mark was made: who reads beyond it has read it. */
  upTo: number;
  /** How many messages of others are between the two. */
  count: number;
}

export type UnreadMarks = Record<string, UnreadMark>;

const UNREAD_MOST = 100;
const key = (myId: string) => `parley.unread.${myId}`;

export function marksOf(myId: string): UnreadMarks {
  try {
    return JSON.parse(recall(key(myId)) ?? '{}') as UnreadMarks;
  } catch {
    return {};
  }
}

export const keepMarks = (myId: string, marks: UnreadMarks): void =>
  remember(key(myId), Object.keys(marks).length > 0 ? JSON.stringify(marks) : undefined);

export const putMark = (myId: string, roomId: string, mark: UnreadMark): void =>
  keepMarks(myId, { ...marksOf(myId), [roomId]: mark });

/** The room was read up to this message. */
export function dropMark(myId: string, roomId: string, readSeq: number): void {
  const { [roomId]: mark, ...others } = marksOf(myId);
  if (mark && readSeq >= mark.upTo) {
    keepMarks(myId, others);
  }
}

/** The rooms with their marks, whatever the server has just said of its own read positions. */
export function withMarks(rooms: Rooms, marks: UnreadMarks): Rooms {
  const marked = Object.entries(marks).flatMap(([id, { seq, upTo, count }]) => {
    const room = rooms[id];
    return room && room.readSeq >= seq && room.readSeq <= upTo
      ? [[id, { ...room, readSeq: seq - 1, unread: Math.min(UNREAD_MOST, room.unread + count) }] as const]
      : [];
  });
  return marked.length === 0 ? rooms : { ...rooms, ...Object.fromEntries(marked) };
}
