import type { Middleware, MiddlewareAPI, ThunkDispatch, UnknownAction } from '@reduxjs/toolkit';
import { isProblem } from '@/api/problem';
import { renewSession, selectToken, signedIn, signedOut, type WithSession } from '@/api/session';
import type { Pushes } from '@/api/wire';
import { answered, pushed, retryNow, sessionOpened } from '@/realtime/actions';
import type { Realtime } from '@/realtime/call';
import { Connection, type ConnectionReport } from '@/realtime/connection';
import { watchLiveness } from '@/realtime/probe';
import { reported, troubleNoticed, type WithConnection } from '@/realtime/slice';

type State = WithSession & WithConnection;
type Store = MiddlewareAPI<ThunkDispatch<unknown, unknown, UnknownAction>, State>;

interface RealtimeOptions {
  /** The `rev` of every room somebody has cached: the server answers with what is missing. */
  held: (state: never) => Record<string, { rev: number }>;
}

/** An interruption shorter than this is nobody's business. */
const TROUBLE_AFTER_MS = 1_500;

const socketUrl = () => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/ws`;

/** The socket as middleware: it lives as long as somebody is signed in, and dispatches what it hears. */
export function createRealtime({ held }: RealtimeOptions): { middleware: Middleware; realtime: Realtime } {
  let store: Store | undefined;
  let trouble: ReturnType<typeof setTimeout> | undefined;
  let unwatch: (() => void) | undefined;

  const report = (status: ConnectionReport) => {
    store?.dispatch(reported(status));
    if (status.phase === 'online' || status.phase === 'idle') {
      clearTimeout(trouble);
      trouble = undefined;
    } else {
      trouble ??= setTimeout(() => store?.dispatch(troubleNoticed()), TROUBLE_AFTER_MS);
    }
  };

  const connection = new Connection({
    url: socketUrl,
    sessionBody: () => {
      const token = store && selectToken(store.getState());
      return store && token ? { token, rooms: held(store.getState() as never) } : undefined;
    },
    renewToken: async () => store !== undefined && (await renewSession(store)) === 'renewed',
    report,
    opened: (body) => store?.dispatch(sessionOpened(body)),
    pushed: (route, body) => store?.dispatch(pushed({ route: route as keyof Pushes, body: body as never })),
  });

  const refreshSession = (answerWithin?: number) => {
    const token = store && selectToken(store.getState());
    return token ? connection.request('session.refresh', { token }, { answerWithin }) : Promise.resolve();
  };

  const realtime: Realtime = {
    call: async (route, ask, options) => {
      for (;;) {
        try {
          const body = await connection.request(route, ask, { onlineWithin: options?.patient ? Infinity : undefined });
          store?.dispatch(answered({ route, ask, body }));
          return body;
        } catch (problem) {
          const broken = isProblem(problem) && problem.code === 'client.unreachable';
          if (!options?.patient || !broken || connection.phase === 'idle') {
            throw problem;
          }
        }
      }
    },
    notify: (route, body) => connection.notify(route, body),
  };

  const middleware: Middleware = (api) => {
    store = api as Store;
    return (next) => (action) => {
      const result = next(action);
      if (signedIn.match(action)) {
        if (connection.phase === 'online') {
          // A refusal closes the connection, and the connection knows what to do then.
          refreshSession().catch(() => undefined);
        } else {
          connection.start();
        }
        unwatch ??= watchLiveness(connection, refreshSession);
      } else if (signedOut.match(action)) {
        unwatch?.();
        unwatch = undefined;
        connection.stop();
      } else if (retryNow.match(action)) {
        connection.retryNow();
      }
      return result;
    };
  };
  return { middleware, realtime };
}
