import { useEffect, useMemo, useRef } from 'react';
import type { Message } from '@/api/wire';
import { useLoadQuotesMutation, useQuotesQuery, type Quotes } from '@/features/messages/api';
import type { Shown } from '@/features/messages/rows';

const AT_ONCE = 100;
const NONE: Quotes = {};

/** The messages that the shown ones answer: out of the log, or fetched together in one request. */
export function useQuotes(
  roomId: string,
  messages: Message[],
  shown: Shown[],
): (seq: number | undefined) => Message | null | undefined {
  const { data: quotes = NONE } = useQuotesQuery(roomId);
  const [load] = useLoadQuotesMutation();
  const asked = useRef(new Set<number>());
  const held = useMemo(() => new Map(messages.map((message) => [message.seq, message])), [messages]);
  const missing = shown
    .flatMap(({ replySeq }) => replySeq ?? [])
    .filter((seq) => !held.has(seq) && !(seq in quotes))
    .slice(0, AT_ONCE);
  const wanted = [...new Set(missing)].join(' ');

  useEffect(() => {
    const seqs = wanted
      .split(' ')
      .filter(Boolean)
      .map(Number)
      .filter((seq) => !asked.current.has(seq));
    if (seqs.length > 0) {
      seqs.forEach((seq) => asked.current.add(seq));
      void load({ roomId, seqs }).then(() => seqs.forEach((seq) => asked.current.delete(seq)));
    }
  }, [load, roomId, wanted]);

  return (seq) => (seq === undefined ? undefined : (held.get(seq) ?? quotes[seq]));
}
