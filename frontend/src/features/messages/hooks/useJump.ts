import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/components/ui/notices';
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
const MOST_PAGES = 200;
const HIGHLIGHT_MS = 2_000;

/** Goes to a message by its number, fetching what lies between if need be, and lets it light up. */
export function useJump({ roomId, shown, stretch, scroll }: JumpOptions) {
  const { t } = useTranslation();
  const [older] = useOlderMutation();
  const [target, setTarget] = useState<number>();
  const [highlighted, setHighlighted] = useState<number>();
  const loading = useRef(false);
  const latest = useRef(stretch);
  const giveUp = useRef(() => undefined as void);
  useEffect(() => {
    latest.current = stretch;
    giveUp.current = () => {
      setTarget(undefined);
      say(t('messages.notThere'));
    };
  });
  const first = shown.find(({ seq }) => seq !== undefined)?.seq;
  const beyond = target !== undefined && first !== undefined && target < first;
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

  // All of it is here down to that number, and there is no such message.
  const missing = target !== undefined && first !== undefined && !beyond && key === undefined;
  useEffect(() => {
    if (missing) {
      const frame = requestAnimationFrame(giveUp.current);
      return () => cancelAnimationFrame(frame);
    }
  }, [missing]);

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
    let reached = false;
    try {
      for (let before = first, pages = 0; before > seq && pages < MOST_PAGES; pages++) {
        const count = await older({ roomId, before, limit: PAGE }).unwrap();
        if (count === 0) {
          break;
        }
        before -= count;
        reached = before <= seq;
      }
      if (!reached) {
        giveUp.current();
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
