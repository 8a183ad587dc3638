import { renewSession, signedOut } from '@/api/session';
import { onOtherTabSignedOut } from '@/features/identity/tabs';
import type { AppStore } from '@/app/store';

const FIRST_RETRY_MS = 1_000;
const MOST_MS = 15_000;

/** Asks with the cookie whether somebody is signed in, until the server has said yes or no. */
export function startSession(store: AppStore): void {
  onOtherTabSignedOut(() => {
    if (store.getState().session.status === 'signedIn') {
      // Not by this tab's own wish: what it has not sent yet is kept for the next time.
      store.dispatch(signedOut({ ended: true }));
    }
  });
  void ask(store, FIRST_RETRY_MS);
}

async function ask(store: AppStore, retryMs: number): Promise<void> {
  const { status } = store.getState().session;
  if (status !== 'starting' && status !== 'unreachable') {
    return;
  }
  if ((await renewSession(store)) === 'unreachable') {
    setTimeout(() => void ask(store, Math.min(MOST_MS, retryMs * 2)), retryMs);
  }
}
