import { useEffect, useRef } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { useAttention } from '@/lib/hooks';
import { selectConnection } from '@/realtime/slice';
import type { RealtimeExtra } from '@/realtime/call';
import type { BaseDispatch } from '@/realtime/listening';

interface ReadMarkerOptions {
  roomId: string;
  readSeq: number;
  lastSeq: number;
  /** The newest message is in view. */
  endInView: boolean;
}

/** A glance is not reading, and a burst of messages needs one mark, not many. */
const AFTER_MS = 250;

/** Moves the read position: only while the page is visible, has the focus, and shows the end of the room. */
export function useReadMarker({ roomId, readSeq, lastSeq, endInView }: ReadMarkerOptions): void {
  const dispatch = useDispatch<BaseDispatch>();
  const attention = useAttention();
  const online = useSelector(selectConnection).phase === 'online';
  const told = useRef(0);
  const due = endInView && attention && online && lastSeq > readSeq;

  useEffect(() => {
    if (!due || told.current >= lastSeq) {
      return;
    }
    const timer = setTimeout(() => {
      told.current = lastSeq;
      dispatch((_: unknown, __: unknown, { realtime }: RealtimeExtra) => {
        realtime.call('room.read', { roomId, seq: lastSeq }).catch(() => {
          told.current = 0; // Said again with the next message or connection.
        });
      });
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [dispatch, due, lastSeq, roomId]);
}
