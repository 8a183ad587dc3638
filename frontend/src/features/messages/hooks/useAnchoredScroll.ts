import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Anchor {
  /** A row, and how far its upper edge is below the upper edge of the view. */
  key: string;
  top: number;
}

/** Where to look first: at the end, at a row, or where one was before. */
export type Start = { at: 'end' } | { at: 'row'; key: string } | { at: 'anchor'; anchor: Anchor };

interface ScrollOptions {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** Undefined until there is something to look at. */
  start: Start | undefined;
  /** New rows at the end are followed when the end is on the page and in view. */
  followEnd: boolean;
  /** Called after every scroll and every change of size. */
  onMoved: (view: View) => void;
}

export interface View {
  atEnd: boolean;
  nearTop: boolean;
  nearBottom: boolean;
  /** More than one screen away from the end. */
  farUp: boolean;
  anchor: Anchor | undefined;
}

const AT_END_PX = 24;
const NEAR_PX = 500;

const rowsOf = (content: HTMLElement) => content.querySelectorAll<HTMLElement>('[data-row]');
const rowOf = (content: HTMLElement, key: string) =>
  content.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);

/**
 * Scrolling that never moves under the reader: at the end it follows, anywhere else the first visible row stays exactly
 * where it is, whatever is added or removed above or below, and whatever changes its size.
 */
export function useAnchoredScroll({ scroller, content, start, followEnd, onMoved }: ScrollOptions) {
  const placed = useRef(false);
  const sticking = useRef(true);
  const anchor = useRef<Anchor | undefined>(undefined);
  const [atEnd, setAtEnd] = useState(true);
  const latest = useRef({ start, followEnd, onMoved });
  useLayoutEffect(() => {
    latest.current = { start, followEnd, onMoved };
  });

  const look = useCallback(() => {
    const [box, list] = [scroller.current, content.current];
    if (!box || !list || !placed.current) {
      return;
    }
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    sticking.current = below <= AT_END_PX && latest.current.followEnd;
    const top = box.getBoundingClientRect().top;
    for (const row of rowsOf(list)) {
      const bounds = row.getBoundingClientRect();
      if (bounds.bottom > top) {
        anchor.current = { key: row.dataset.row ?? '', top: bounds.top - top };
        break;
      }
    }
    setAtEnd(sticking.current);
    latest.current.onMoved({
      atEnd: sticking.current,
      nearTop: box.scrollTop < NEAR_PX,
      nearBottom: below < NEAR_PX,
      farUp: below > box.clientHeight,
      anchor: anchor.current,
    });
  }, [scroller, content]);

  const hold = useCallback(
    (kept: Anchor | undefined) => {
      const [box, list] = [scroller.current, content.current];
      const row = kept && list ? rowOf(list, kept.key) : undefined;
      if (box && kept && row) {
        const moved = row.getBoundingClientRect().top - box.getBoundingClientRect().top - kept.top;
        if (Math.abs(moved) >= 0.5) {
          box.scrollTop += moved;
        }
      }
      return row !== undefined && row !== null;
    },
    [scroller, content],
  );

  const settle = useCallback(() => {
    const box = scroller.current;
    if (!box) {
      return;
    }
    if (!placed.current) {
      const { start: first } = latest.current;
      if (!first) {
        return;
      }
      placed.current = true;
      const kept = first.at === 'anchor' ? first.anchor : first.at === 'row' ? rowAnchor(first.key, box) : undefined;
      if (!hold(kept)) {
        box.scrollTop = box.scrollHeight;
      }
      look();
    } else if (sticking.current && latest.current.followEnd) {
      box.scrollTop = box.scrollHeight;
    } else {
      hold(anchor.current);
    }
  }, [scroller, hold, look]);

  // After every commit, before it is painted.
  useLayoutEffect(settle);

  useEffect(() => {
    const [box, list] = [scroller.current, content.current];
    if (!box || !list) {
      return;
    }
    const resized = new ResizeObserver(() => {
      settle();
      look();
    });
    resized.observe(box);
    resized.observe(list);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, content, settle, look]);

  return {
    atEnd,
    scrollToEnd: useCallback(() => {
      sticking.current = true;
      if (scroller.current) {
        scroller.current.scrollTop = scroller.current.scrollHeight;
      }
    }, [scroller]),
    scrollToRow: useCallback(
      (key: string) => {
        if (scroller.current) {
          sticking.current = false;
          anchor.current = rowAnchor(key, scroller.current);
          hold(anchor.current);
        }
      },
      [scroller, hold],
    ),
  };
}

/** A row is put a third below the upper edge: a little of what came before helps to understand it. */
const rowAnchor = (key: string, box: HTMLElement): Anchor => ({ key, top: Math.round(box.clientHeight / 3) });
