import { isAnyOf } from '@reduxjs/toolkit';
import { baseApi } from '@/api/base';
import { renewSession, selectMyId, signedIn, signedOut } from '@/api/session';
import { usersSeen } from '@/api/users';
import { sessionOpened } from '@/realtime/actions';
import type { StartListening } from '@/realtime/listening';
import { identityApi, meSeen, myProfileSeen } from '@/features/identity/api';
import { tellOtherTabs } from '@/features/identity/tabs';
import { renewAfterMs } from '@/features/identity/tokenLife';

const TRY_AGAIN_MS = 15_000;

const entered = isAnyOf(identityApi.endpoints.login.matchFulfilled, identityApi.endpoints.register.matchFulfilled);

export function listenForIdentity(start: StartListening): void {
  start({
    matcher: entered,
    effect: ({ payload }, { dispatch }) => void dispatch(signedIn(payload)),
  });
  start({
    actionCreator: signedIn,
    effect: async ({ payload }, store) => {
      store.cancelActiveListeners();
      store.dispatch(usersSeen([payload.user]));
      store.dispatch(meSeen(payload.user));
      // A new token well before the old one ends; a server that is away is asked again until it is back.
      await store.delay(renewAfterMs(payload));
      while ((await renewSession(store)) === 'unreachable') {
        await store.delay(TRY_AGAIN_MS);
      }
    },
  });
  start({
    actionCreator: sessionOpened,
    effect: ({ payload: { user } }, { dispatch }) => void dispatch(myProfileSeen(user)),
  });
  start({
    actionCreator: signedOut,
    effect: ({ payload }, { dispatch, getOriginalState }) => {
      // Nothing of the account stays in the cache.
      dispatch(baseApi.util.resetApiState());
      if (!payload.ended && selectMyId(getOriginalState()) !== '') {
        tellOtherTabs();
      }
    },
  });
}
