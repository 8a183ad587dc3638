import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { signedOut } from '@/api/session';
import { App } from '@/app/App';
import { startSession } from '@/app/startSession';
import { createStore } from '@/app/store';
import type { FakeServer } from '@/testing/fakeServer';

/** The whole application in front of a fake server, at an address. */
export function renderApp(server: FakeServer, path = '/') {
  server.install();
  window.history.replaceState(undefined, '', path);
  const store = createStore();
  startSession(store);
  const view = render(<App store={store} />);
  onTestFinished(() => {
    view.unmount();
    // Ends the connection and its timers; what is kept on disk stays, as when a tab is closed.
    store.dispatch(signedOut({ ended: true }));
  });
  return { store, user: userEvent.setup(), ...view };
}

const WITHIN_MS = 8_000;

export const composer = () => screen.findByTestId<HTMLTextAreaElement>('composer', undefined, { timeout: WITHIN_MS });

/** The message with this text, as it is on the page now. */
export function messageWith(text: string): HTMLElement | undefined {
  return screen.queryAllByTestId('message').find((one) => one.textContent.includes(text));
}
