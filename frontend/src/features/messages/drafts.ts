import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '@/api/session';

/** What is being written, by room: switching rooms, a reload or a lost connection lose none of it. */
export type DraftsState = Record<string, string>;

const slice = createSlice({
  name: 'drafts',
  initialState: (): DraftsState => ({}),
  reducers: {
    draftChanged: (state, { payload }: PayloadAction<{ roomId: string; text: string }>): DraftsState => {
      const { [payload.roomId]: _, ...others } = state;
      return payload.text === '' ? others : { ...others, [payload.roomId]: payload.text };
    },
    draftsRestored: (state, { payload }: PayloadAction<DraftsState>) => ({ ...payload, ...state }),
  },
  extraReducers: (builder) => builder.addCase(signedOut, () => ({})),
});

export const { draftChanged, draftsRestored } = slice.actions;
export const draftsReducer = slice.reducer;

export interface WithDrafts {
  drafts: DraftsState;
}

export const selectDrafts = (state: WithDrafts) => state.drafts;
