import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { ConnectionReport, Phase } from '@/realtime/connection';

export interface ConnectionState {
  phase: Phase;
  retryAt?: number;
  /**
   * Not connected for so long that it deserves a word. Short interruptions heal by themselves and are not mentioned.
   */
  troubled: boolean;
}

const slice = createSlice({
  name: 'connection',
  initialState: (): ConnectionState => ({ phase: 'idle', troubled: false }),
  reducers: {
    reported: (state, { payload }: PayloadAction<ConnectionReport>): ConnectionState => ({
      ...payload,
      troubled:
        payload.phase === 'stopped' || (state.troubled && payload.phase !== 'online' && payload.phase !== 'idle'),
    }),
    troubleNoticed: (state) => {
      state.troubled = state.phase === 'waiting' || state.phase === 'connecting' || state.phase === 'stopped';
    },
  },
});

export const { reported, troubleNoticed } = slice.actions;
export const connectionReducer = slice.reducer;

export interface WithConnection {
  connection: ConnectionState;
}

export const selectConnection = (state: WithConnection) => state.connection;
export const selectTroubled = (state: WithConnection) => state.connection.troubled;
