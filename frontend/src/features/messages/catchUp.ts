import type { ThunkDispatch, UnknownAction } from '@reduxjs/toolkit';
import type { Message, SyncAnswer } from '@/api/wire';
import { messagesApi } from '@/features/messages/api';
import { takeMessage, takeSync, trimLog, type RoomLog } from '@/features/messages/log';
import { removed, type WithOutbox } from '@/features/messages/outbox';
import type { RealtimeExtra } from '@/realtime/call';
import type { BaseState } from '@/realtime/listening';

type State = BaseState & WithOutbox;

interface LogStore {
  getState: () => State;
  dispatch: ThunkDispatch<State, RealtimeExtra, UnknownAction>;
  extra: RealtimeExtra;
}

/** An own message was answered before what others said in front of it was pushed: that is usually on its way. */
const GRACE_MS = 500;

/**
 * Keeps the logs in the cache complete. It remembers the highest `rev` heard of for each room, and as long as a log is
 * behind it, asks for the difference: a silent hole is impossible whichever way messages and answers cross.
 */
export function createLogKeeper({ getState, dispatch, extra }: LogStore) {
  const heard = new Map<string, number>();
  const asking = new Set<string>();

  const logOf = (roomId: string) => messagesApi.endpoints.log.select(roomId)(getState()).data;
  const isBehind = (roomId: string, log: RoomLog | undefined) =>
    log !== undefined && log.rev < (heard.get(roomId) ?? 0);

  function hear(roomId: string, rev: number): void {
    heard.set(roomId, Math.max(rev, heard.get(roomId) ?? 0));
  }

  function put(roomId: string, log: RoomLog): void {
    if (log !== logOf(roomId)) {
      dispatch(messagesApi.util.updateQueryData('log', roomId, () => log));
    }
    tidyOutbox(roomId);
  }

  /** What the log shows is not shown from the outbox as well. */
  function tidyOutbox(roomId: string): void {
    const shown = new Set(logOf(roomId)?.messages.map(({ clientId }) => clientId));
    const done = getState().outbox.items.filter((item) => item.roomId === roomId && shown.has(item.clientId));
    if (done.length > 0) {
      dispatch(removed(done.map(({ clientId }) => clientId)));
    }
  }

  function reload(roomId: string): Promise<unknown> {
    return dispatch(messagesApi.endpoints.log.initiate(roomId, { forceRefetch: true, subscribe: false }));
  }

  async function applySync(roomId: string, answer: SyncAnswer): Promise<void> {
    hear(roomId, answer.rev);
    const log = logOf(roomId);
    const next = log && takeSync(log, answer);
    if (next) {
      put(roomId, next);
    } else if (log) {
      await reload(roomId);
    }
  }

  async function catchUp(roomId: string): Promise<void> {
    if (asking.has(roomId)) {
      return;
    }
    asking.add(roomId);
    try {
      for (let log = logOf(roomId); log && isBehind(roomId, log); log = logOf(roomId)) {
        const { rev } = log;
        await applySync(roomId, await extra.realtime.call('room.sync', { roomId, rev }, { patient: true }));
        if (logOf(roomId)?.rev === rev) {
          break; // The server knows nothing newer, so what was heard of is not for us.
        }
      }
    } catch {
      // No member any more, or signed out: there is nothing left to complete.
    } finally {
      asking.delete(roomId);
    }
  }

  return {
    applySync: (roomId: string, answer: SyncAnswer) => void applySync(roomId, answer),
    catchUp: (roomId: string) => void catchUp(roomId),
    hear,
    /** A message was pushed. */
    pushed(message: Message): void {
      hear(message.roomId, message.rev);
      const log = logOf(message.roomId);
      const next = log && takeMessage(log, message);
      if (next) {
        put(message.roomId, next);
      } else if (log) {
        void catchUp(message.roomId);
      } else if (message.clientId) {
        dispatch(removed([message.clientId]));
      }
    },
    /** An own message was acknowledged. True: it needs to be shown from the outbox no longer. */
    stored(message: Message): boolean {
      hear(message.roomId, message.rev);
      const log = logOf(message.roomId);
      const next = log && takeMessage(log, message);
      if (next) {
        put(message.roomId, next);
      } else if (log) {
        setTimeout(() => void catchUp(message.roomId), GRACE_MS);
        return false;
      }
      return true;
    },
    /** The room's log starts here now. */
    trim(roomId: string, firstSeq: number): void {
      const log = logOf(roomId);
      if (log) {
        put(roomId, trimLog(log, firstSeq));
      }
    },
    /** A log was loaded afresh: what was pushed in the meantime may be missing. */
    loaded(roomId: string): void {
      tidyOutbox(roomId);
      void catchUp(roomId);
    },
    forget(): void {
      heard.clear();
    },
  };
}

/** The `rev` of every room we hold, for session.open. */
export function selectHeldRevs(state: BaseState): Record<string, { rev: number }> {
  const held: Record<string, { rev: number }> = {};
  for (const entry of Object.values(state.api.queries)) {
    if (entry?.endpointName === 'log' && entry.data) {
      held[String(entry.originalArgs)] = { rev: (entry.data as RoomLog).rev };
    }
  }
  return held;
}
