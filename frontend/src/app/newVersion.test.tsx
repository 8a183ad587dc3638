import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isQuiet } from '@/app/newVersion';
import { FakeServer } from '@/testing/fakeServer';
import { composer, renderApp } from '@/testing/renderApp';

let server: FakeServer;
let script: HTMLScriptElement;
let served: string;

beforeEach(() => {
  server = new FakeServer();
  server.addRoom();
  served = '/assets/index-1.js';
  server.rest.set('GET /', () => new Response(`<html><script type="module" src="${served}"></script></html>`));
  script = document.createElement('script');
  script.type = 'module';
  script.setAttribute('src', '/assets/index-1.js');
  document.head.append(script);
});
afterEach(() => script.remove());

const hide = (hidden: boolean) =>
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(hidden ? 'hidden' : 'visible');

describe('a new version of the client', () => {
  it('UX-38 is announced when the server has one after a restart, and not before', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    expect(screen.queryByTestId('new-version')).toBeNull();
    served = '/assets/index-2.js';
    server.cut(1012);
    expect(await screen.findByTestId('new-version')).toHaveTextContent('There is a new version of Parley.');
  });

  it('UX-38 is never taken while somebody looks, types or edits', async () => {
    const { store, user } = renderApp(server, '/rooms/10');
    const field = await composer();
    hide(false);
    expect(isQuiet(store.getState())).toBe(false);
    hide(true);
    expect(isQuiet(store.getState())).toBe(true);
    await user.type(field, 'half a sent');
    expect(isQuiet(store.getState())).toBe(false);
    await user.clear(field);
    await user.click(screen.getByTestId('new-room'));
    await screen.findByTestId('new-room-name');
    expect(isQuiet(store.getState())).toBe(false);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(isQuiet(store.getState())).toBe(true));
  });
});
