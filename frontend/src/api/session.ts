import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { exclusive } from '@/lib/exclusive';
import type { AuthAnswer } from '@/api/wire';

/**
 * Who is signed in. The access token lives here, in memory, and nowhere else: a script that reads the disk of the
 * browser finds nothing, and a reload asks for a new one with the HttpOnly cookie.
 */
export type SessionState =
  | { status: 'starting' }
  | { status: 'unreachable' }
  | { status: 'signedOut'; ended: boolean }
  | { status: 'signedIn'; userId: string; token: string; expiresAt: string };

const slice = createSlice({
  name: 'session',
  initialState: (): SessionState => ({ status: 'starting' }),
  reducers: {
    signedIn: (_, { payload }: PayloadAction<AuthAnswer>): SessionState => ({
      status: 'signedIn',
      userId: payload.user.id,
      token: payload.accessToken,
      expiresAt: payload.expiresAt,
    }),
    /** Everything that belongs to an account listens to this and empties itself. `ended`: not by the user's own wish. */
    signedOut: (_, { payload }: PayloadAction<{ ended: boolean }>): SessionState => ({
      status: 'signedOut',
      ended: payload.ended,
    }),
    serverMissing: (state): SessionState => (state.status === 'starting' ? { status: 'unreachable' } : state),
  },
});

export const { signedIn, signedOut, serverMissing } = slice.actions;
export const sessionReducer = slice.reducer;

export interface WithSession {
  session: SessionState;
}

export const selectToken = (state: WithSession) =>
  state.session.status === 'signedIn' ? state.session.token : undefined;
export const selectMyId = (state: WithSession) => (state.session.status === 'signedIn' ? state.session.userId : '');

interface SessionStore {
  dispatch: (action: ReturnType<(typeof slice.actions)[keyof typeof slice.actions]>) => unknown;
  getState: () => unknown;
}

export type Renewal = 'renewed' | 'refused' | 'unreachable';

const ANSWER_WITHIN_MS = 10_000;
let running: Promise<Renewal> | undefined;

/**
 * Changes the refresh cookie for a new access token. The cookie rotates with every use and a used one revokes the whole
 * family, so only one tab at a time may ask, and within a tab everybody waits for the same answer.
 */
export function renewSession(store: SessionStore): Promise<Renewal> {
  running ??= exclusive('parley.refresh', () => askForToken(store)).finally(() => {
    running = undefined;
  });
  return running;
}

async function askForToken({ dispatch, getState }: SessionStore): Promise<Renewal> {
  const held = (getState() as WithSession).session;
  let response: Response;
  try {
    response = await fetch('/api/token', {
      method: 'POST',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch {
    dispatch(serverMissing());
    return 'unreachable';
  }
  if (response.ok) {
    const answer = (await response.json()) as AuthAnswer;
    if (held.status === 'signedIn' && held.userId !== answer.user.id) {
      // Another tab signed in as somebody else, and the cookie is theirs now.
      dispatch(signedOut({ ended: true }));
    }
    dispatch(signedIn(answer));
    return 'renewed';
  }
  if (response.status === 401 || response.status === 403) {
    dispatch(signedOut({ ended: held.status === 'signedIn' }));
    return 'refused';
  }
  dispatch(serverMissing());
  return 'unreachable';
}
