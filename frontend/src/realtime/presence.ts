import { createAction, createSlice, isAnyOf, type PayloadAction } from '@reduxjs/toolkit';
import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { signedOut } from '@/api/session';
import type { PresenceState } from '@/api/wire';
import { isAnswer, isPush, sessionOpened } from '@/realtime/actions';
import { query } from '@/realtime/call';
import type { BaseState, StartListening } from '@/realtime/listening';
import { selectConnection } from '@/realtime/slice';

export interface PresenceSlice {
  /** Who is on the screen, and how often. */
  watched: Record<string, number>;
  /** Who is not offline, of those. */
  states: Record<string, PresenceState>;
}

const watchStarted = createAction<string>('presence/watchStarted');
const watchEnded = createAction<string>('presence/watchEnded');

const slice = createSlice({
  name: 'presence',
  initialState: (): PresenceSlice => ({ watched: {}, states: {} }),
  reducers: {},
  extraReducers: (builder) =>
    builder
      .addCase(watchStarted, ({ watched }, { payload: id }) => {
        watched[id] = (watched[id] ?? 0) + 1;
      })
      .addCase(watchEnded, (state, { payload: id }) => {
        const left = (state.watched[id] ?? 1) - 1;
        const { [id]: _, ...others } = state.watched;
        state.watched = left > 0 ? { ...others, [id]: left } : others;
      })
      .addCase(signedOut, (state) => {
        state.states = {};
      })
      .addMatcher(isAnswer('presence.watch'), (state, { payload }) => {
        state.states = payload.body;
      })
      .addMatcher(isPush('presence.changed'), (state, { payload }: PayloadAction<{ body: { users: Changes } }>) => {
        Object.assign(state.states, payload.body.users);
      }),
});

type Changes = Record<string, PresenceState>;

export const presenceReducer = slice.reducer;

export interface WithPresence {
  presence: PresenceSlice;
}

/** Lists come and go row by row; the server is told once the screen has settled. */
const SETTLED_AFTER_MS = 200;
/** The server refuses more. Who is beyond that many counts as offline. */
const MOST_WATCHED = 500;

/** Keeps the server's idea of whom we watch equal to who is on the screen. */
export function listenForPresence(startListening: StartListening<BaseState & WithPresence>): void {
  let told = '';
  startListening({
    matcher: isAnyOf(watchStarted, watchEnded, sessionOpened),
    effect: async (action, { cancelActiveListeners, delay, getState, extra }) => {
      if (sessionOpened.match(action)) {
        told = ''; // A new connection watches nobody.
      }
      cancelActiveListeners();
      await delay(SETTLED_AFTER_MS);
      const userIds = Object.keys(getState().presence.watched).sort().slice(0, MOST_WATCHED);
      const wanted = userIds.join();
      if (selectConnection(getState()).phase === 'online' && wanted !== told) {
        told = wanted;
        await query(extra, 'presence.watch', { userIds });
      }
    },
  });
}

/** Whether somebody is there; watched as long as the component is on the screen. */
export function usePresence(userId: string | undefined): PresenceState {
  const dispatch = useDispatch();
  useEffect(() => {
    if (userId === undefined) {
      return undefined;
    }
    dispatch(watchStarted(userId));
    return () => void dispatch(watchEnded(userId));
  }, [dispatch, userId]);
  return useSelector((state: WithPresence) => (userId && state.presence.states[userId]) || 'offline');
}
