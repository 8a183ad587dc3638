import { useState } from 'react';
import type { Shown } from '@/features/messages/rows';

/** How many messages are on the page at once, however many are loaded. */
const MOST = 240;
const FIRST = 120;
const STEP = 60;

interface Bounds {
  /** The first message on the page; undefined: counted from the end. */
  from?: string;
  /** The last one; undefined: follows the end. */
  to?: string;
}

export interface Stretch {
  shown: Shown[];
  /** There is more above that is loaded already. */
  hasAbove: boolean;
  hasBelow: boolean;
  /** The end of the room is on the page. */
  atLiveEnd: boolean;
  showAbove: () => void;
  showBelow: () => void;
  toEnd: () => void;
  /** Makes sure that this message is on the page. */
  include: (key: string) => void;
}

/**
 * Cuts a stretch out of the timeline, and moves it with the reader: the page stays small with any number of messages.
 * `startKey` is the message one wants to see first; without it that is the end. `live` tells whether the timeline reaches
 * to the end of the room.
 */
export function useStretch(timeline: Shown[], startKey: string | undefined, live: boolean): Stretch {
  const [bounds, setBounds] = useState<Bounds>(() => boundsAround(timeline, startKey));
  const indexOf = (key: string | undefined) => (key === undefined ? -1 : timeline.findIndex((one) => one.key === key));
  const last = indexOf(bounds.to);
  const end = last < 0 ? timeline.length : last + 1;
  const first = indexOf(bounds.from);
  const start = first < 0 ? Math.max(0, end - FIRST) : first;

  const cut = (nextStart: number, nextEnd: number) =>
    setBounds({
      from: timeline[nextStart]?.key,
      to: nextEnd >= timeline.length ? undefined : timeline[nextEnd - 1]?.key,
    });

  return {
    shown: timeline.slice(start, end),
    hasAbove: start > 0,
    hasBelow: end < timeline.length,
    atLiveEnd: live && end === timeline.length,
    showAbove: () => {
      const nextStart = Math.max(0, start - STEP);
      cut(nextStart, Math.min(end, nextStart + MOST));
    },
    showBelow: () => {
      const nextEnd = Math.min(timeline.length, end + STEP);
      cut(Math.max(start, nextEnd - MOST), nextEnd);
    },
    toEnd: () => setBounds({}),
    include: (key) => {
      const index = indexOf(key);
      if (index >= 0 && (index < start || index >= end)) {
        setBounds(boundsAround(timeline, key));
      }
    },
  };
}

/** The end, unless this message would not be among it: then what is around the message. */
function boundsAround(timeline: Shown[], key: string | undefined): Bounds {
  const index = key === undefined ? -1 : timeline.findIndex((one) => one.key === key);
  if (index < 0 || index >= timeline.length - FIRST + STEP) {
    return {};
  }
  const start = Math.max(0, index - STEP);
  return { from: timeline[start]?.key, to: timeline[start + FIRST]?.key };
}
