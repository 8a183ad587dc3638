import type { HistoryAnswer, Message, RoomOpened, SyncAnswer } from '@/api/wire';

/** What we hold of a room: a stretch of its messages that reaches to the end, and up to which change it is complete. */
export interface RoomLog {
  rev: number;
  /** Ascending by `seq`, without holes, up to the newest. */
  messages: Message[];
  /** There is more above the oldest one. */
  hasMore: boolean;
}

/** After this many messages the upper ones are let go when the reader is at the end; they can be loaded again. */
const KEEP_AT_THE_END = 200;
const LET_GO_AFTER = 400;

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

/** Changes to messages above our stretch would tear a hole into it: they come along when that part is loaded. */
function within(log: RoomLog, messages: Message[]): Message[] {
  const oldest = log.messages[0]?.seq;
  return log.hasMore && oldest !== undefined ? messages.filter(({ seq }) => seq >= oldest) : messages;
}

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
  const messages = mergeMessages(log.messages, within(log, [message]));
  const rev = Math.max(log.rev, message.rev);
  return messages === log.messages && rev === log.rev ? log : { ...log, messages, rev };
}

/** Takes the difference. Undefined: it is too large to be told, the newest page has to be loaded afresh. */
export function takeSync(log: RoomLog, answer: SyncAnswer): RoomLog | undefined {
  if (answer.reset) {
    return undefined;
  }
  const messages = mergeMessages(log.messages, within(log, answer.messages));
  const rev = Math.max(log.rev, answer.rev);
  return messages === log.messages && rev === log.rev ? log : { ...log, messages, rev };
}

/** Takes a page of older messages. They carry a present state, not a step: `rev` stays. */
export function takeOlder(log: RoomLog, { messages, hasMore }: HistoryAnswer): RoomLog {
  return { ...log, messages: mergeMessages(log.messages, messages), hasMore };
}

/** Forgets what the room does not keep any more; where that reaches into our stretch, nothing is above it. */
export function trimLog(log: RoomLog, firstSeq: number): RoomLog {
  const oldest = log.messages[0]?.seq;
  if (oldest === undefined || oldest > firstSeq || (oldest === firstSeq && !log.hasMore)) {
    return log;
  }
  return { ...log, messages: log.messages.filter(({ seq }) => seq >= firstSeq), hasMore: false };
}

/** Keeps the memory of a busy room bounded while its end is being read. */
export function letGo(log: RoomLog): RoomLog {
  return log.messages.length <= LET_GO_AFTER
    ? log
    : { ...log, messages: log.messages.slice(-KEEP_AT_THE_END), hasMore: true };
}
