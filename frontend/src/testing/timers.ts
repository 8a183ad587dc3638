import { vi } from 'vitest';

/** Timers of this length do not run by themselves from here to the end of the test, however slow the machine is. */
export function holdTimers(lengthMs: number): { run: () => void } {
  const held = new Map<unknown, () => void>();
  const start = globalThis.setTimeout;
  const stop = globalThis.clearTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms?: number, ...more: []) => {
    if (ms !== lengthMs) {
      return start(run, ms, ...more);
    }
    const timer = {};
    held.set(timer, run);
    return timer;
  }) as typeof setTimeout);
  vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    if (!held.delete(timer)) {
      stop(timer);
    }
  });
  return {
    run: () => {
      const due = [...held.values()];
      held.clear();
      due.forEach((run) => run());
    },
  };
}
