import { useState } from 'react';
import type { Message } from '@/api/wire';
import { useAttention } from '@/lib/hooks';

interface NewLineOptions {
  messages: Message[];
  /** Undefined as long as it is not known. */
  readSeq: number;
  myId: string;
  endInView: boolean;
}

const firstUnread = (messages: Message[], after: number, myId: string) =>
  messages.find(({ seq, userId, contentType }) => seq > after && userId !== myId && contentType !== 'SYSTEM')?.seq;

/**
 * Where the "New" line is drawn. It is set once when the room is opened and does not follow the read position, so that
 * it can be found again; what arrives while nobody looks gets a line of its own.
 */
export function useNewLine({ messages, readSeq, myId, endInView }: NewLineOptions) {
  const attention = useAttention();
  const [line, setLine] = useState(() => firstUnread(messages, readSeq, myId));
  const [seen, setSeen] = useState(messages.at(-1)?.seq ?? 0);
  const last = messages.at(-1)?.seq ?? 0;

  if (last > seen) {
    const watched = attention && endInView;
    const own = messages.at(-1)?.userId === myId;
    // Computed while rendering, so that the line and the message it stands above appear together.
    setSeen(last);
    if (own) {
      setLine(undefined);
    } else if (!watched && (line === undefined || line <= readSeq)) {
      setLine(firstUnread(messages, Math.max(readSeq, seen), myId));
    }
  }
  return { line, clear: () => setLine(undefined), drawAt: setLine };
}
