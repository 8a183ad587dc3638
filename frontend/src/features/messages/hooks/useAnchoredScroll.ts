import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { ScrollKeeper, type Start, type View } from '@/features/messages/scrollKeeper';

interface ScrollOptions {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  start: Start;
  followEnd: boolean;
  /** Called after every scroll and every change of size. */
  onMoved: (view: View) => void;
}

/** Ties a ScrollKeeper to the page. */
export function useAnchoredScroll({ scroller, content, start, followEnd, onMoved }: ScrollOptions): ScrollKeeper {
  const [keeper] = useState(() => new ScrollKeeper(start));

  // The order matters: what is being watched, what is wanted now, then the adjustment to what was just rendered.
  useLayoutEffect(() => {
    if (scroller.current && content.current) {
      return keeper.attach(scroller.current, content.current);
    }
  }, [keeper, scroller, content]);
  useLayoutEffect(() => {
    keeper.configure(followEnd, onMoved);
    keeper.settle();
  });
  // Rows that came or went without a change of size are noticed here.
  useEffect(() => keeper.look(), [keeper, followEnd]);
  return keeper;
}
