/**
 * What travels between the server and us. Every id is a string of digits, every time RFC 3339 in UTC,
 * and nothing is ever null: an absent field means unknown or not applicable.
 */

export type Permission = 'user' | 'moderator' | 'admin';
export type Role = 'creator' | 'admin' | 'member';
export type ChannelType = 'PUBLIC' | 'PRIVATE';
export type JoinPolicy = 'open' | 'invite';

export interface User {
  id: string;
  username: string;
  displayName: string;
  bio?: string;
  qq?: string;
  wechat?: string;
  github?: string;
  permission: Permission;
  image?: string;
  createdAt: string;
  /** Only in one's own profile. */
  locale?: string;
  email?: string;
}

export interface Room {
  id: string;
  /** Empty in a direct room: show `other` there. */
  name: string;
  topic?: string;
  image?: string;
  channelType: ChannelType;
  joinPolicy: JoinPolicy;
  /** Absent: not a member. */
  role?: Role;
  memberCount: number;
  lastSeq: number;
  lastRev: number;
  readSeq: number;
  /** 0..100, where 100 means "more than 99". */
  unread: number;
  mentions: number;
  readOnly: boolean;
  lastMessage?: Message;
  other?: User;
  createdAt: string;
}

export interface Member {
  user: User;
  role: Role;
  readSeq: number;
  joinedAt: string;
}

export type FriendState = 'requested' | 'pending' | 'accepted' | 'blocked';

export interface Friend {
  user: User;
  state: FriendState;
  note?: string;
  /** The direct room, once accepted. */
  roomId?: string;
  createdAt: string;
  updatedAt: string;
}

export interface Invitation {
  code: string;
  roomId: string;
  createdBy: string;
  expiresAt?: string;
  usesLeft?: number;
  createdAt: string;
}

export interface InvitationPreview {
  invitation: Invitation;
  room: { id: string; name: string; topic?: string; memberCount: number };
}

export type SystemNote =
  | { type: 'ROOM_CREATED'; name: string }
  | { type: 'MEMBER_JOINED' | 'MEMBER_ADDED' | 'MEMBER_LEFT' | 'MEMBER_REMOVED'; userId: string }
  | { type: 'ROLE_CHANGED'; userId: string; role: Role }
  | { type: 'ROOM_CHANGED'; name?: string; topic?: string; image?: string; joinPolicy?: JoinPolicy };

export interface Message {
  id: string;
  roomId: string;
  seq: number;
  rev: number;
  userId: string;
  contentType: 'TEXT' | 'MEDIA' | 'SYSTEM' | 'RECALLED';
  text?: string;
  system?: SystemNote;
  recall?: { by: string; at: string };
  replySeq?: number;
  /** Only on the author's own connections. */
  clientId?: string;
  createdAt: string;
  editedAt?: string;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface AuthAnswer {
  accessToken: string;
  expiresAt: string;
  user: User;
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

export interface HistoryAnswer {
  messages: Message[];
  hasMore: boolean;
}

export interface RoomOpened extends HistoryAnswer {
  room: Room;
  members: Member[];
  readSeqs: Record<string, number>;
  rev: number;
}

export interface ReadMark {
  roomId: string;
  userId: string;
  seq: number;
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
  'room.history': { ask: { roomId: string; before?: number; after?: number; limit?: number }; answer: HistoryAnswer };
  'room.sendMessage': {
    ask: { roomId: string; clientId: string; text: string };
    answer: Message & { duplicate?: boolean };
  };
  'room.recallMessage': { ask: { roomId: string; seq: number }; answer: Message };
  'room.read': { ask: { roomId: string; seq: number }; answer: ReadMark };
}

/** What the socket is told without an answer. */
export interface Notices {
  'room.typing': { roomId: string };
  heartbeat: Record<string, never>;
}

/** A room as told to everybody in it: without what is different for each of them. */
export type RoomFacts = Omit<Room, 'role' | 'readSeq' | 'unread' | 'mentions' | 'lastMessage'>;

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
  'friend.changed': Friend | { user: User; state: 'none' };
  'session.closing': { reason: string; reconnectAfterMs: number };
  heartbeat: Record<string, never>;
}
