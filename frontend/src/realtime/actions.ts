import { createAction } from '@reduxjs/toolkit';
import type { Pushes, Routes, SessionOpened } from '@/api/wire';

/** What the socket tells the store. Features listen to these and patch what they have cached. */
export const sessionOpened = createAction<SessionOpened>('realtime/sessionOpened');

export interface Push<R extends keyof Pushes = keyof Pushes> {
  route: R;
  body: Pushes[R];
}
export const pushed = createAction<Push>('realtime/pushed');

export interface Answered<R extends keyof Routes = keyof Routes> {
  route: R;
  ask: Routes[R]['ask'];
  body: Routes[R]['answer'];
}
export const answered = createAction<Answered>('realtime/answered');

interface ActionOf<T> {
  type: string;
  payload: T;
}

/** Matches pushes of one route. */
export const isPush =
  <R extends keyof Pushes>(route: R) =>
  (action: unknown): action is ActionOf<Push<R>> =>
    pushed.match(action) && action.payload.route === route;

/** Matches answers to requests of one route, whoever asked. */
export const isAnswer =
  <R extends keyof Routes>(route: R) =>
  (action: unknown): action is ActionOf<Answered<R>> =>
    answered.match(action) && action.payload.route === route;

/** The user does not want to wait for the next attempt. */
export const retryNow = createAction('realtime/retryNow');
