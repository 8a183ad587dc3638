import { useEffect, useState, useSyncExternalStore } from 'react';

/** The value as it was when it had not changed for a moment. */
export function useSettled<T>(value: T, ms = 250): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

const ATTENTION = ['focus', 'blur', 'pageshow'] as const;

/** Whether a person can be looking at us: the page is visible and its window has the focus. */
export function useAttention(): boolean {
  return useSyncExternalStore(
    (listener) => {
      ATTENTION.forEach((event) => window.addEventListener(event, listener));
      document.addEventListener('visibilitychange', listener);
      return () => {
        ATTENTION.forEach((event) => window.removeEventListener(event, listener));
        document.removeEventListener('visibilitychange', listener);
      };
    },
    () => document.visibilityState === 'visible' && document.hasFocus(),
  );
}

/** The current time, told again every so often while mounted. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
