import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '@/api/session';

/** Who is writing, by room: user id -> when it is over unless we hear of them again. */
export type TypingState = Record<string, Record<string, number>>;

const slice = createSlice({
  name: 'typing',
  initialState: (): TypingState => ({}),
  reducers: {
    typed: (state, { payload }: PayloadAction<{ roomId: string; userId: string; until: number }>) => {
      (state[payload.roomId] ??= {})[payload.userId] = payload.until;
    },
    typingEnded: (state, { payload }: PayloadAction<{ roomId: string; userId: string; at?: number }>) => {
      const room = state[payload.roomId];
      const until = room?.[payload.userId];
      // Heard of again since the timer was set: it goes on.
      if (room && until !== undefined && (payload.at === undefined || until <= payload.at)) {
        const { [payload.userId]: _, ...others } = room;
        state[payload.roomId] = others;
      }
    },
  },
  extraReducers: (builder) => builder.addCase(signedOut, () => ({})),
});

export const { typed, typingEnded } = slice.actions;
export const typingReducer = slice.reducer;

export interface WithTyping {
  typing: TypingState;
}

const nobody: Record<string, number> = {};
export const selectTyping = (state: WithTyping, roomId: string) => state.typing[roomId] ?? nobody;
