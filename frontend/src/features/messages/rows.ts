import type { Message, SystemNote } from '@/api/wire';
import type { OutboxItem } from '@/features/messages/outbox';

/** A message as it is shown, whether the server has it yet or not. */
export interface Shown {
  /** Own messages keep the key they were written under, so that the confirmed one is the same node on the page. */
  key: string;
  seq?: number;
  userId: string;
  createdAt: string;
  text: string;
  media?: Message['media'];
  state: 'pending' | 'sent' | 'failed';
  /** Why the server refused it. */
  code?: string;
  clientId?: string;
  recalledBy?: string;
  edited?: boolean;
  replySeq?: number;
  mentions?: Message['mentions'];
  reactions?: Message['reactions'];
  pinned?: boolean;
  system?: SystemNote;
}

export type Row =
  | { kind: 'day'; key: string; day: string }
  | { kind: 'new'; key: string }
  | { kind: 'system'; key: string; shown: Shown }
  | { kind: 'message'; key: string; shown: Shown; startsGroup: boolean };

const GROUP_WITHIN_MS = 5 * 60_000;

export function shownMessage(message: Message): Shown {
  return {
    key: message.clientId ?? `${message.roomId}-${message.seq}`,
    seq: message.seq,
    userId: message.userId,
    createdAt: message.createdAt,
    text: message.text ?? '',
    media: message.media,
    state: 'sent',
    clientId: message.clientId,
    recalledBy: message.contentType === 'RECALLED' ? (message.recall?.by ?? message.userId) : undefined,
    edited: message.editedAt !== undefined,
    replySeq: message.replySeq,
    mentions: message.mentions,
    reactions: message.reactions,
    pinned: message.pin !== undefined,
    system: message.contentType === 'SYSTEM' ? message.system : undefined,
  };
}

export function shownItem(item: OutboxItem, myId: string, offline: boolean): Shown {
  const waiting = item.state === 'pending' && offline;
  return {
    key: item.clientId,
    userId: myId,
    createdAt: item.createdAt,
    text: item.text,
    media: item.media,
    replySeq: item.replySeq,
    state: item.state === 'stored' ? 'sent' : waiting ? 'failed' : item.state,
    code: waiting ? 'client.unreachable' : item.code,
    clientId: item.clientId,
  };
}

/** The confirmed messages, then what waits to be sent. What is in both is shown once. */
export function timeline(messages: Message[], outbox: OutboxItem[], myId: string, offline: boolean): Shown[] {
  const confirmed = new Set(messages.map(({ clientId }) => clientId));
  return [
    ...messages.map(shownMessage),
    ...outbox.filter(({ clientId }) => !confirmed.has(clientId)).map((item) => shownItem(item, myId, offline)),
  ];
}

/** The calendar day in the user's own time zone. Built from local parts: a day with a clock change is one day too. */
export function localDay(time: string): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** Puts day lines, the "New" line and groups into a stretch of the timeline. */
export function buildRows(shown: Shown[], newFromSeq: number | undefined): Row[] {
  const rows: Row[] = [];
  let previous: Shown | undefined;
  let newDrawn = newFromSeq === undefined;
  for (const one of shown) {
    let broken = false;
    if (!previous || localDay(previous.createdAt) !== localDay(one.createdAt)) {
      rows.push({ kind: 'day', key: `day-${localDay(one.createdAt)}`, day: one.createdAt });
      broken = true;
    }
    if (!newDrawn && one.seq !== undefined && newFromSeq !== undefined && one.seq >= newFromSeq) {
      rows.push({ kind: 'new', key: 'new' });
      newDrawn = true;
      broken = true;
    }
    if (one.system) {
      rows.push({ kind: 'system', key: one.key, shown: one });
    } else {
      rows.push({ kind: 'message', key: one.key, shown: one, startsGroup: broken || !continues(previous, one) });
    }
    previous = one;
  }
  return rows;
}

export interface Day {
  key: string;
  /** Some moment of it. */
  day: string;
  rows: Row[];
}

/** The rows of each day together: its line sticks to the top as long as one of them is in view. */
export function splitDays(rows: Row[]): Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    if (row.kind === 'day') {
      days.push({ key: row.key, day: row.day, rows: [] });
    } else {
      days.at(-1)?.rows.push(row);
    }
  }
  return days;
}

function continues(previous: Shown | undefined, one: Shown): boolean {
  return (
    previous !== undefined &&
    !previous.system &&
    previous.userId === one.userId &&
    Date.parse(one.createdAt) - Date.parse(previous.createdAt) < GROUP_WITHIN_MS
  );
}
