import type { ThunkDispatch, TypedStartListening, UnknownAction } from '@reduxjs/toolkit';
import type { ApiState } from '@/api/base';
import type { RealtimeExtra } from '@/realtime/call';
import type { WithConnection } from '@/realtime/slice';

/** The part of the store every feature can count on; a feature adds its own slices. */
export type BaseState = ApiState & WithConnection;

export type BaseDispatch = ThunkDispatch<BaseState, RealtimeExtra, UnknownAction>;

/** How a feature registers what it does when something arrives. */
export type StartListening<S extends BaseState = BaseState> = TypedStartListening<
  S,
  ThunkDispatch<S, RealtimeExtra, UnknownAction>,
  RealtimeExtra
>;
