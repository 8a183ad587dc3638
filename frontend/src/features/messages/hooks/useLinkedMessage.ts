import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { linkedSeq } from '@/features/messages/links';

/** Goes to the message that the address names, again whenever its link is followed again. */
export function useLinkedMessage(jump: (seq: number) => void): void {
  const { search, key } = useLocation();
  useGoTo(linkedSeq(search), jump, key);
}

/** Goes to a message as soon as it is named. */
export function useGoTo(seq: number | undefined, jump: (seq: number) => void, again = ''): void {
  const latest = useRef(jump);
  useEffect(() => {
    latest.current = jump;
  });
  useEffect(() => {
    if (seq !== undefined) {
      latest.current(seq);
    }
  }, [seq, again]);
}
