import type { components } from '@/api/generated/schema';

/**
 * What travels between the server and us. What REST knows comes out of its contract; what only the socket knows stands
 * below. Every id is a string of digits, every time RFC 3339 in UTC, and nothing is ever null: an absent field means
 * unknown or not applicable.
 */
type Schemas = components['schemas'];

export type Role = Schemas['Role'];
export type JoinPolicy = Schemas['JoinPolicy'];
export type WritePolicy = Schemas['WritePolicy'];
export type NotifyLevel = Schemas['NotifyLevel'];

/** What everybody may know of somebody. */
export type User = Schemas['UserProfile'];
/** What one knows of oneself. */
export type Account = Schemas['UserInfo'];

/** A room as anybody sees it. */
export type RoomView = Schemas['RoomView'];
/** A room as a member sees it: `unread` is 0..100, where 100 means "more than 99". */
export type Room = RoomView & Required<Pick<RoomView, 'readSeq' | 'unread' | 'mentions' | 'notifyLevel'>>;
/** A room as told to everybody in it: without what is different for each of them. */
export type RoomFacts = Omit<RoomView, 'role' | 'readSeq' | 'unread' | 'mentions' | 'notifyLevel' | 'lastMessage'>;

export type Member = Schemas['MemberView'];
export type Ban = Schemas['BanView'];
export type Block = Schemas['BlockView'];
export type Device = Schemas['DeviceResponse'];
export type Friend = Schemas['FriendView'];
export type FriendState = Schemas['FriendState'];
export type Invitation = Schemas['InvitationResponse'];
export type InvitationPreview = Schemas['InvitationPreviewResponse'];
export type Message = Schemas['Message'];
/** A file that a message brings, or that was just uploaded. */
export type Media = Schemas['MediaView'];
export type MessageVersion = Schemas['MessageVersion'];
export type SystemNote = Schemas['SystemNotice'];
export type HistoryAnswer = Schemas['MessagePage'];
export type ReadMark = Schemas['ReadPosition'];
export type SearchHit = Schemas['SearchHit'];
export type SearchAnswer = Schemas['SearchPage'];
export type AuthAnswer = Schemas['Session'];

/** Lists come in pages; `next` is the cursor of the following one. */
export interface Page<T> {
  items: T[];
  next?: string;
}

/** The present state of what changed since the asked `rev`, or plainly: start over. */
export type SyncAnswer = { messages: Message[]; rev: number; reset?: never } | { reset: true; rev: number };

export interface SessionOpened {
  sessionId: string;
  heartbeatSeconds: number;
  serverTime: string;
  user: User;
  rooms: Room[];
  sync: Record<string, SyncAnswer>;
}

export interface RoomOpened extends HistoryAnswer {
  room: Room;
  members: Member[];
  readSeqs: Record<string, number>;
  rev: number;
}

/** The requests of the socket: what is asked and what is answered. */
export interface Routes {
  'session.open': { ask: { token: string; rooms?: Record<string, { rev: number }> }; answer: SessionOpened };
  'session.refresh': { ask: { token: string }; answer: { expiresAt: string } };
  'room.create': {
    ask: { name: string; topic?: string; joinPolicy?: JoinPolicy; memberIds?: string[] };
    answer: Room;
  };
  'room.join': { ask: { roomId: string } | { invitation: string }; answer: Room };
  'room.leave': { ask: { roomId: string }; answer: Record<string, never> };
  'room.open': { ask: { roomId: string; limit?: number }; answer: RoomOpened };
  'room.sync': { ask: { roomId: string; rev: number }; answer: SyncAnswer };
  'room.history': {
    ask: { roomId: string; before?: number; after?: number; around?: number; seqs?: number[]; limit?: number };
    answer: HistoryAnswer;
  };
  'room.sendMessage': {
    ask: { roomId: string; clientId: string; text?: string; mediaId?: string; replySeq?: number };
    answer: Message;
  };
  'room.editMessage': { ask: { roomId: string; seq: number; text: string }; answer: Message };
  'room.react': { ask: { roomId: string; seq: number; emoji: string; on: boolean }; answer: Message };
  'room.pin': { ask: { roomId: string; seq: number; on: boolean }; answer: Message };
  'room.recallMessage': { ask: { roomId: string; seq: number }; answer: Message };
  'room.read': { ask: { roomId: string; seq: number }; answer: ReadMark };
  'presence.watch': { ask: { userIds: string[] }; answer: Record<string, PresenceState> };
}

/** What the socket is told without an answer. */
export interface Notices {
  'room.typing': { roomId: string };
  heartbeat: Record<string, never>;
}

/** Away: connected, but nothing was done for a while. */
export type PresenceState = 'online' | 'away' | 'offline';

export interface MembersChange {
  roomId: string;
  memberCount: number;
  joined?: Member[];
  left?: string[];
  changed?: Member[];
}

export interface Pushes {
  'room.message': Message;
  'room.changed': RoomFacts;
  'room.members': MembersChange;
  'room.read': ReadMark;
  'room.typing': { roomId: string; userId: string };
  'room.added': Room;
  'room.removed': { roomId: string };
  /** One's own choice, made on any of one's devices. */
  'room.notify': { roomId: string; notifyLevel: NotifyLevel };
  /** Everything before was kept long enough, and is gone. */
  'room.trimmed': { roomId: string; firstSeq: number };
  'friend.changed': Friend;
  /** Oneself blocked somebody, or lifted the block, on any of one's devices. */
  'block.changed': { userId: string; blocked: boolean };
  'presence.changed': { users: Record<string, PresenceState> };
  'session.closing': { reason: string; reconnectAfterMs: number };
  heartbeat: Record<string, never>;
}
