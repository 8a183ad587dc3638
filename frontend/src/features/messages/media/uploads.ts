import { createSelector, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '@/api/session';

/** A file on its way to the server. When it is there, it becomes a message in the outbox. */
export interface Upload {
  id: string;
  roomId: string;
  name: string;
  size: number;
  /** 0 to 1. */
  share: number;
  state: 'waiting' | 'sending' | 'failed';
  /** Why it failed. */
  code?: string;
}

export interface UploadsState {
  items: Upload[];
}

const slice = createSlice({
  name: 'uploads',
  initialState: (): UploadsState => ({ items: [] }),
  reducers: {
    uploadQueued: (state, { payload }: PayloadAction<Omit<Upload, 'share' | 'state'> & { code?: string }>) => {
      state.items.push({ ...payload, share: 0, state: payload.code ? 'failed' : 'waiting' });
    },
    uploadMoved: (state, { payload }: PayloadAction<{ id: string } & Partial<Upload>>) => {
      const item = state.items.find(({ id }) => id === payload.id);
      if (item) {
        Object.assign(item, payload);
      }
    },
    /** Sent, or given up. */
    uploadGone: (state, { payload }: PayloadAction<string>) => {
      state.items = state.items.filter(({ id }) => id !== payload);
    },
  },
  extraReducers: (builder) => builder.addCase(signedOut, () => ({ items: [] })),
});

export const { uploadQueued, uploadMoved, uploadGone } = slice.actions;
export const uploadsReducer = slice.reducer;

export interface WithUploads {
  uploads: UploadsState;
}

export const selectRoomUploads = createSelector(
  [(state: WithUploads) => state.uploads.items, (_: WithUploads, roomId: string) => roomId],
  (items, roomId) => items.filter((item) => item.roomId === roomId),
);
