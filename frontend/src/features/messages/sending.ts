import { asProblem, type Problem } from '@/api/problem';
import type { RealtimeExtra } from '@/realtime/call';
import type { BaseState } from '@/realtime/listening';
import type { Message } from '@/api/wire';
import { marked, removed, type OutboxItem, type WithOutbox } from '@/features/messages/outbox';

type State = BaseState & WithOutbox;

interface SenderStore {
  getState: () => State;
  dispatch: (action: ReturnType<typeof marked> | ReturnType<typeof removed>) => unknown;
  extra: RealtimeExtra;
}

interface SenderOptions {
  /** The server has stored it. True: the log shows it from now on, the item can go. */
  stored: (message: Message) => boolean;
}

const RETRY_FIRST_MS = 1_000;
const RETRY_MOST_MS = 30_000;

/**
 * Sends what waits in the outbox: one message of a room after the other, so that the order of writing is the order of
 * the room, and again after every interruption. The server knows a `clientId` it has seen, so again is never twice.
 */
export function createSender(store: SenderStore, { stored }: SenderOptions) {
  const busy = new Set<string>();
  const delays = new Map<string, number>();

  const next = (roomId: string): OutboxItem | undefined =>
    store.getState().outbox.items.find((item) => item.roomId === roomId && item.state === 'pending');

  async function send({ clientId, roomId, text, media, replySeq }: OutboxItem): Promise<Problem | undefined> {
    try {
      const message = await store.extra.realtime.call('room.sendMessage', {
        roomId,
        clientId,
        ...(media && { mediaId: media.id }),
        ...((!media || text !== '') && { text }),
        replySeq,
      });
      store.dispatch(stored(message) ? removed([clientId]) : marked({ clientId, state: 'stored' }));
      return undefined;
    } catch (reason) {
      return asProblem(reason);
    }
  }

  /** True: go on with the next one. */
  function settle(item: OutboxItem, problem: Problem): boolean {
    if (problem.code === 'client.unreachable') {
      return false; // The connection tells when to go on.
    }
    if (problem.retryable) {
      const delay = delays.get(item.roomId) ?? RETRY_FIRST_MS;
      delays.set(item.roomId, Math.min(RETRY_MOST_MS, delay * 2));
      setTimeout(() => void work(item.roomId), delay);
      return false;
    }
    store.dispatch(marked({ clientId: item.clientId, state: 'failed', code: problem.code }));
    return true;
  }

  async function work(roomId: string): Promise<void> {
    if (busy.has(roomId) || store.getState().connection.phase !== 'online') {
      return;
    }
    busy.add(roomId);
    try {
      for (let item = next(roomId); item; item = next(roomId)) {
        const problem = await send(item);
        if (!problem) {
          delays.delete(roomId);
        } else if (!settle(item, problem)) {
          break;
        }
      }
    } finally {
      busy.delete(roomId);
    }
  }

  return {
    /** Sends what waits in this room. */
    room: (roomId: string) => void work(roomId),
    /** Sends what waits anywhere. */
    all: () =>
      new Set(store.getState().outbox.items.map(({ roomId }) => roomId)).forEach((roomId) => void work(roomId)),
  };
}
