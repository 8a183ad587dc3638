import { createSelector, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '@/api/session';
import type { Media } from '@/api/wire';

/** A message that the server has not acknowledged yet. */
export interface OutboxItem {
  clientId: string;
  roomId: string;
  text: string;
  /** The file that it brings; there may be no text then. */
  media?: Media;
  /** The message that it answers. */
  replySeq?: number;
  createdAt: string;
  /** Ascending in the order of writing, also across reloads. */
  order: number;
  /**
   * pending: waits for its turn, or for the connection; failed: the server refused it, the user has to decide;
   * stored: acknowledged, and shown from here until the log holds it.
   */
  state: 'pending' | 'failed' | 'stored';
  /** Why it was refused. */
  code?: string;
}

export interface OutboxState {
  items: OutboxItem[];
}

const byOrder = (a: OutboxItem, b: OutboxItem) => a.order - b.order;

const slice = createSlice({
  name: 'outbox',
  initialState: (): OutboxState => ({ items: [] }),
  reducers: {
    queued: (state, { payload }: PayloadAction<OutboxItem>) => {
      state.items.push(payload);
    },
    /** What was kept over a reload comes before what has been written since. */
    restored: (state, { payload }: PayloadAction<OutboxItem[]>) => {
      const known = new Set(state.items.map(({ clientId }) => clientId));
      state.items = [...payload.filter(({ clientId }) => !known.has(clientId)), ...state.items].sort(byOrder);
    },
    marked: (state, { payload }: PayloadAction<{ clientId: string; state: OutboxItem['state']; code?: string }>) => {
      const item = state.items.find(({ clientId }) => clientId === payload.clientId);
      if (item) {
        item.state = payload.state;
        item.code = payload.code;
      }
    },
    removed: (state, { payload }: PayloadAction<string[]>) => {
      const gone = new Set(payload);
      if (state.items.some(({ clientId }) => gone.has(clientId))) {
        state.items = state.items.filter(({ clientId }) => !gone.has(clientId));
      }
    },
  },
  extraReducers: (builder) => builder.addCase(signedOut, () => ({ items: [] })),
});

export const { queued, restored, marked, removed } = slice.actions;
export const outboxReducer = slice.reducer;

export interface WithOutbox {
  outbox: OutboxState;
}

export const selectOutbox = (state: WithOutbox) => state.outbox.items;

export const selectRoomOutbox = createSelector(
  [selectOutbox, (_: WithOutbox, roomId: string) => roomId],
  (items, roomId) => items.filter((item) => item.roomId === roomId),
);

/** What would be lost by signing out now. */
export const selectUnsentCount = (state: WithOutbox) =>
  state.outbox.items.filter(({ state: itemState }) => itemState !== 'stored').length;
