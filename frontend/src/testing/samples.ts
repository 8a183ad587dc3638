import type { Account, Member, Message, Room, User } from '@/api/wire';

/** Examples of everything, complete and valid; a test names only what it is about. */
export const time = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 12, 0) + minutes * 60_000).toISOString();

export const user = (id: string, displayName: string): User => ({
  id,
  username: displayName.toLowerCase(),
  displayName,
  permission: 'user',
  createdAt: time(0),
});

export const account = (of: User): Account => ({
  ...of,
  email: `${of.username}@example.org`,
  hideLastSeen: false,
});

export const me = user('1', 'Demo');
export const anna = user('2', 'Anna');

export const message = (seq: number, more: Partial<Message> = {}): Message => ({
  id: `10-${seq}`,
  roomId: '10',
  seq,
  rev: seq,
  userId: anna.id,
  contentType: 'TEXT',
  text: `message ${seq}`,
  createdAt: time(seq),
  ...more,
});

export const room = (more: Partial<Room> = {}): Room => ({
  id: '10',
  name: 'Design',
  channelType: 'PUBLIC',
  joinPolicy: 'invite',
  writePolicy: 'everyone',
  role: 'member',
  memberCount: 2,
  firstSeq: 1,
  lastSeq: 0,
  lastRev: 0,
  readSeq: 0,
  unread: 0,
  mentions: 0,
  notifyLevel: 'all',
  readOnly: false,
  createdAt: time(0),
  ...more,
});

export const member = (of: User, role: Member['role'] = 'member'): Member => ({
  user: of,
  role,
  readSeq: 0,
  joinedAt: time(0),
});
