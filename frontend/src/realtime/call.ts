import { asProblem, type Problem } from '@/api/problem';
import type { Notices, Routes } from '@/api/wire';
import type { Route } from '@/realtime/connection';

export interface CallOptions {
  /**
   * For what only reads and somebody is looking at: waits for the connection as long as it takes, and asks again when
   * it breaks in between. Without it an unanswered request fails after ten seconds.
   */
  patient?: boolean;
}

/** What thunks and query functions get at through the store's extra argument. */
export interface Realtime {
  call: <R extends Route>(route: R, ask: Routes[R]['ask'], options?: CallOptions) => Promise<Routes[R]['answer']>;
  notify: <N extends keyof Notices>(route: N, body: Notices[N]) => void;
}

export interface RealtimeExtra {
  realtime: Realtime;
}

/** A request over the socket in the shape RTK Query wants. */
export async function query<R extends Route>(
  extra: unknown,
  route: R,
  ask: Routes[R]['ask'],
  options?: CallOptions,
): Promise<{ data: Routes[R]['answer'] } | { error: Problem }> {
  try {
    return { data: await (extra as RealtimeExtra).realtime.call(route, ask, options) };
  } catch (reason) {
    return { error: asProblem(reason) };
  }
}
