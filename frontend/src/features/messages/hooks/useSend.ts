import { useRef } from 'react';
import { useDispatch } from 'react-redux';
import { uuid } from '@/lib/uuid';
import { draftChanged } from '@/features/messages/drafts';
import { queued } from '@/features/messages/outbox';
import type { RealtimeExtra } from '@/realtime/call';
import type { BaseDispatch } from '@/realtime/listening';

let lastOrder = 0;

/** Ever growing, also when the clock is set back or two messages are written in one millisecond. */
function nextOrder(): number {
  lastOrder = Math.max(Date.now(), lastOrder + 1);
  return lastOrder;
}

/** Puts a message into the outbox, where it is seen at once, and empties the input. Sending is the outbox's business. */
export function useSend(roomId: string): (text: string, replySeq?: number) => void {
  const dispatch = useDispatch();
  return (text, replySeq) => {
    const order = nextOrder();
    const createdAt = new Date().toISOString();
    dispatch(queued({ clientId: uuid(), roomId, text, replySeq, createdAt, order, state: 'pending' }));
    dispatch(draftChanged({ roomId, text: '' }));
  };
}

const TELL_EVERY_MS = 3_000;

/**
 * Tells the others that we are writing, at most once every three seconds. That it is over they see by the message, or
 * by hearing nothing more.
 */
export function useTypingSignal(roomId: string): (text: string) => void {
  const dispatch = useDispatch<BaseDispatch>();
  const lastTold = useRef(0);
  return (text) => {
    const now = Date.now();
    if (text.trim() !== '' && now - lastTold.current >= TELL_EVERY_MS) {
      lastTold.current = now;
      dispatch((_: unknown, __: unknown, { realtime }: RealtimeExtra) => realtime.notify('room.typing', { roomId }));
    }
  };
}
