import type { HistoryAnswer, Message, RoomOpened, SyncAnswer } from '@/api/wire';

export interface Passage {
  /** Ascending by `seq`, without holes. */
  messages: Message[];
  /** There is more above the oldest one. */
  hasMore: boolean;
}

/** What we hold of a room: the messages up to the newest one, and up to which change all of it is complete. */
export interface RoomLog extends Passage {
  rev: number;
  /** Somewhere further up, when that is what is being read. It lasts until it meets the messages that reach to the end. */
  passage?: Passage;
  /** The latest changes of messages we do not hold: an answer that brings these messages may have been written before. */
  missed?: Message[];
}

/** After this many messages the upper ones are let go when the reader is at the end; they can be loaded again. */
const KEEP_AT_THE_END = 200;
const LET_GO_AFTER = 400;
/** An answer that is on its way is at most that many changes old. */
const MISSED_MOST = 200;

/** Merges by `seq`; of two versions of one message the one with the higher `rev` stays. */
export function mergeMessages(held: Message[], incoming: Message[]): Message[] {
  const bySeq = new Map(held.map((message) => [message.seq, message]));
  let changed = false;
  for (const message of incoming) {
    const known = bySeq.get(message.seq);
    if (!known || message.rev > known.rev) {
      bySeq.set(message.seq, known?.clientId && !message.clientId ? { ...message, clientId: known.clientId } : message);
      changed = true;
    }
  }
  return changed ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : held;
}

/** Messages above ours would tear a hole into them: they come along when that part is loaded. */
const isOurs = ({ hasMore, messages: [oldest] }: Passage, seq: number) =>
  !hasMore || oldest === undefined || seq >= oldest.seq;

const isBetween = ({ messages }: Passage, seq: number) =>
  seq >= (messages[0]?.seq ?? Infinity) && seq <= (messages.at(-1)?.seq ?? 0);

/** What is being read. */
export const readOf = (log: RoomLog): Passage => log.passage ?? log;

/** New messages and new versions of messages, wherever we hold them. */
function withChanges(log: RoomLog, incoming: Message[], newRev: number): RoomLog {
  const messages = mergeMessages(
    log.messages,
    incoming.filter(({ seq }) => isOurs(log, seq)),
  );
  const rev = Math.max(log.rev, newRev);
  const missed = incoming.filter(({ seq }) => !isOurs(log, seq));
  if (messages === log.messages && rev === log.rev && missed.length === 0) {
    return log;
  }
  const next: RoomLog = { ...log, messages, rev };
  if (missed.length > 0) {
    next.missed = [...(log.missed ?? []), ...missed].slice(-MISSED_MOST);
  }
  if (log.passage) {
    next.passage = upToDate(log.passage, missed);
  }
  return next;
}

const upToDate = (passage: Passage, changes: Message[] = []): Passage => ({
  ...passage,
  messages: mergeMessages(
    passage.messages,
    changes.filter(({ seq }) => isBetween(passage, seq)),
  ),
});

export function openLog({ messages, hasMore, rev }: RoomOpened): RoomLog {
  return { rev, messages: mergeMessages([], messages), hasMore };
}

/**
 * Takes a message that was pushed or answered. Undefined: changes before it are missing, so that it cannot be placed;
 * the caller has to ask for the difference.
 */
export function takeMessage(log: RoomLog, message: Message): RoomLog | undefined {
  if (message.rev > log.rev + 1) {
    return undefined;
  }
  return withChanges(log, [message], message.rev);
}

/** Takes the difference. Undefined: it is too large to be told, the newest page has to be loaded afresh. */
export function takeSync(log: RoomLog, answer: SyncAnswer): RoomLog | undefined {
  if (answer.reset) {
    return undefined;
  }
  return withChanges(log, answer.messages, answer.rev);
}

/**
 * Takes the messages before the one with this number, if that is still the oldest of what is read. They carry a present
 * state, not a step: `rev` stays.
 */
export function takeOlder(log: RoomLog, { messages, hasMore }: HistoryAnswer, before: number): RoomLog {
  const older = upToDate({ messages, hasMore }, log.missed);
  const above = (held: Passage) => ({ messages: mergeMessages(held.messages, older.messages), hasMore });
  if (log.passage?.messages[0]?.seq === before) {
    return { ...log, passage: above(log.passage) };
  }
  return log.messages[0]?.seq === before ? met({ ...log, ...above(log) }) : log;
}

/** Takes the messages after the one with this number, if that is still the newest of the passage. */
export function takeNewer(log: RoomLog, { messages }: HistoryAnswer, after: number): RoomLog {
  if (!log.passage || log.passage.messages.at(-1)?.seq !== after) {
    return log;
  }
  const newer = upToDate({ messages, hasMore: true }, log.missed);
  return met({ ...log, passage: { ...log.passage, messages: mergeMessages(log.passage.messages, newer.messages) } });
}

/** Takes a passage from anywhere in the room, to be read instead of its end. */
export function takePassage(log: RoomLog, { messages }: HistoryAnswer, firstSeq: number): RoomLog {
  const hasMore = (messages[0]?.seq ?? 0) > firstSeq;
  return met({ ...log, passage: upToDate({ messages, hasMore }, log.missed) });
}

/** Back to the end of the room. */
export function leavePassage(log: RoomLog): RoomLog {
  const { passage, ...rest } = log;
  return passage ? rest : log;
}

/** When nothing is missing between the passage and the end, they are one. */
function met(log: RoomLog): RoomLog {
  const { passage, ...rest } = log;
  const end = passage?.messages.at(-1)?.seq;
  const oldest = log.messages[0]?.seq;
  if (!passage || end === undefined || oldest === undefined || end < oldest - 1) {
    return log;
  }
  const above = (passage.messages[0]?.seq ?? 0) <= oldest;
  return {
    ...rest,
    messages: mergeMessages(log.messages, passage.messages),
    hasMore: above ? passage.hasMore : log.hasMore,
  };
}

/** Forgets what the room does not keep any more; where that reaches into our stretch, nothing is above it. */
export function trimLog(log: RoomLog, firstSeq: number): RoomLog {
  const passage = log.passage && trimmed(log.passage, firstSeq);
  const end = trimmed(log, firstSeq);
  if (passage === log.passage && end === log) {
    return log;
  }
  const left = { ...log, messages: end.messages, hasMore: end.hasMore, passage };
  return passage?.messages.length === 0 ? leavePassage(left) : left;
}

function trimmed(held: Passage, firstSeq: number): Passage {
  const oldest = held.messages[0]?.seq;
  if (oldest === undefined || oldest > firstSeq || (oldest === firstSeq && !held.hasMore)) {
    return held;
  }
  return { messages: held.messages.filter(({ seq }) => seq >= firstSeq), hasMore: false };
}

/** Keeps the memory of a busy room bounded while its end is being read. */
export function letGo(log: RoomLog): RoomLog {
  return log.messages.length <= LET_GO_AFTER
    ? log
    : { ...log, messages: log.messages.slice(-KEEP_AT_THE_END), hasMore: true };
}
