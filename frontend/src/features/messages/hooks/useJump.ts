import { useEffect, useRef, useState } from 'react';
import { useOlderMutation } from '@/features/messages/api';
import type { Stretch } from '@/features/messages/hooks/useStretch';
import type { Shown } from '@/features/messages/rows';
import type { ScrollKeeper } from '@/features/messages/scrollKeeper';

interface JumpOptions {
  roomId: string;
  shown: Shown[];
  stretch: Stretch;
  scroll: ScrollKeeper;
}

const PAGE = 100;
/** Further back than this nobody waits for. */
const MOST_PAGES = 50;
const HIGHLIGHT_MS = 2_000;

/** Goes to a message by its number, fetching what lies between if need be, and lets it light up. */
export function useJump({ roomId, shown, stretch, scroll }: JumpOptions) {
  const [older] = useOlderMutation();
  const [target, setTarget] = useState<number>();
  const [highlighted, setHighlighted] = useState<number>();
  const loading = useRef(false);
  const latest = useRef(stretch);
  useEffect(() => {
    latest.current = stretch;
  });
  const first = shown.find(({ seq }) => seq !== undefined)?.seq;
  const key = target === undefined ? undefined : shown.find(({ seq }) => seq === target)?.key;

  useEffect(() => {
    if (key === undefined) {
      return;
    }
    latest.current.include(key);
    const frame = requestAnimationFrame(() => {
      scroll.toRow(key);
      setHighlighted(target);
      setTarget(undefined);
    });
    return () => cancelAnimationFrame(frame);
  }, [key, scroll, target]);

  useEffect(() => {
    if (highlighted === undefined) {
      return;
    }
    const timer = setTimeout(() => setHighlighted(undefined), HIGHLIGHT_MS);
    return () => clearTimeout(timer);
  }, [highlighted]);

  const load = async (seq: number) => {
    if (loading.current || first === undefined) {
      return;
    }
    loading.current = true;
    try {
      for (let before = first, pages = 0; before > seq && pages < MOST_PAGES; pages++) {
        before -= Math.max(1, await older({ roomId, before, limit: PAGE }).unwrap());
      }
    } catch {
      setTarget(undefined); // The list itself says that it cannot be loaded.
    } finally {
      loading.current = false;
    }
  };
  const jump = (seq: number) => {
    setTarget(seq);
    if (first !== undefined && seq < first) {
      void load(seq);
    }
  };
  return { jump, highlighted };
}
