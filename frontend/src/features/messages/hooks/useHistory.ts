import { useEffect, useRef, useState } from 'react';
import { useNewerMutation, useOlderMutation } from '@/features/messages/api';
import { readOf, type RoomLog } from '@/features/messages/log';

/** How many pages are fetched before the first view, so that the first unread message is among them. */
const PAGES_TO_UNREAD = 3;
const LARGE_PAGE = 100;

/** What is above, and below a passage: fetched when wanted, one page at a time. */
export function useHistory(roomId: string, log: RoomLog) {
  const [older, up] = useOlderMutation();
  const [newer, down] = useNewerMutation();
  const busy = useRef(false);
  const { messages, hasMore } = readOf(log);
  const oldest = messages[0]?.seq;
  const newest = log.passage?.messages.at(-1)?.seq;

  const alone = async (fetch: () => Promise<unknown>) => {
    if (!busy.current) {
      busy.current = true;
      await fetch();
      busy.current = false;
    }
  };
  return {
    more: hasMore && oldest !== undefined,
    isLoading: up.isLoading,
    error: up.error,
    load: () => void (hasMore && oldest !== undefined && alone(() => older({ roomId, before: oldest }))),
    /** What is read does not reach to the end of the room. */
    moreBelow: newest !== undefined,
    errorBelow: down.error,
    loadBelow: () => void (newest !== undefined && alone(() => newer({ roomId, after: newest }))),
  };
}

/** True when what is loaded reaches back to the first unread message, or far enough to begin with. */
export function useReachesUnread(roomId: string, log: RoomLog | undefined, readSeq: number): boolean {
  const [older] = useOlderMutation();
  const [pages, setPages] = useState(0);
  const [gaveUp, setGaveUp] = useState(false);
  const [reached, setReached] = useState(false);
  const askedBefore = useRef<number>(undefined);
  const first = log?.messages[0]?.seq;
  const enough = gaveUp || pages >= PAGES_TO_UNREAD || !log?.hasMore || first === undefined || first <= readSeq + 1;

  if (log && enough && !reached) {
    setReached(true); // Once is for good: what is let go later does not bring the skeleton back.
  }
  useEffect(() => {
    // Each page moves `first`, and that asks for the next one.
    if (log && !enough && !reached && askedBefore.current !== first) {
      askedBefore.current = first;
      older({ roomId, before: first, limit: LARGE_PAGE })
        .unwrap()
        .then(
          (count) => (count > 0 ? setPages((known) => known + 1) : setGaveUp(true)),
          () => setGaveUp(true),
        );
    }
  }, [older, roomId, log, first, enough, reached]);
  return reached;
}
