import { act, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { renewSession, signedIn } from '@/api/session';
import { createStore } from '@/app/store';
import { FakeServer } from '@/testing/fakeServer';
import { composer, renderApp } from '@/testing/renderApp';
import { account, anna, me, message } from '@/testing/samples';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.addRoom({ readSeq: 2 }, [message(1), message(2)]);
});

/** Serious findings only; colours cannot be judged without layout. */
async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

describe('the session', () => {
  it('UX-52 leads from signing up to the first message in a room', async () => {
    server.signedIn = false;
    server.rooms.clear();
    const { user } = renderApp(server);
    await user.click(await screen.findByTestId('to-sign-up'));
    await user.type(screen.getByTestId('signup-username'), 'demo');
    await user.type(screen.getByTestId('signup-email'), 'demo@example.org');
    await user.type(screen.getByTestId('signup-password'), 'long enough');
    await user.click(screen.getByTestId('signup-submit'));
    await user.click(await screen.findByTestId('new-room'));
    await user.type(await screen.findByTestId('new-room-name'), 'First');
    server.routes.set('room.create', ({ name }) => server.addRoom({ id: '20', name: String(name) }).facts);
    await user.click(screen.getByTestId('new-room-submit'));
    await user.type(await composer(), 'hello world{Enter}');
    await waitFor(() => expect(screen.getByTestId('message')).toHaveAttribute('data-state', 'sent'));
  });

  it('UX-39 says what is wrong with a name that is taken, beside the field', async () => {
    server.signedIn = false;
    server.rest.set('POST register', () => {
      throw { status: 409, code: 'identity.username_taken', errors: [{ pointer: '/username', detail: 'taken' }] };
    });
    const { user } = renderApp(server, '/sign-up');
    await user.type(await screen.findByTestId('signup-username'), 'demo');
    await user.type(screen.getByTestId('signup-email'), 'demo@example.org');
    await user.type(screen.getByTestId('signup-password'), 'long enough');
    await user.click(screen.getByTestId('signup-submit'));
    expect(await screen.findByText(/This username is taken. Please choose another one./)).toBeInTheDocument();
    expect(screen.getByTestId('signup-username')).toHaveAccessibleDescription(/taken/);
  });

  it('continues to an invitation after signing in', async () => {
    server.signedIn = false;
    const facts = { id: '30', name: 'Secret garden', memberCount: 3 };
    server.rest.set('GET room/invitation', () => ({ invitation: { code: 'abc123' }, room: facts }));
    const { user } = renderApp(server, '/invite/abc123');
    await user.click(await screen.findByTestId('to-sign-in'));
    await user.type(await screen.findByTestId('login-login'), 'demo');
    await user.type(screen.getByTestId('login-password'), 'password');
    await user.click(screen.getByTestId('login-submit'));
    server.routes.set('room.join', () => server.addRoom({ id: '30', name: 'Secret garden' }).facts);
    await user.click(await screen.findByTestId('invite-join'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Secret garden' })).toBeInTheDocument();
  });

  it('keeps nothing of the account after signing out', async () => {
    const { user, store } = renderApp(server, '/rooms/10');
    await composer();
    await user.click(screen.getByTestId('user-menu'));
    await user.click(await screen.findByTestId('sign-out'));
    await screen.findByTestId('login-login');
    const { api, session, outbox, drafts } = store.getState();
    expect({ queries: api.queries, session, outbox, drafts }).toEqual({
      queries: {},
      session: { status: 'signedOut', ended: false },
      outbox: { items: [] },
      drafts: {},
    });
  });

  it('UX-37 uses the refresh cookie once, however many ask at the same time', async () => {
    server.install();
    const asked: string[] = [];
    const enter = server.rest.get('POST token');
    server.rest.set('POST token', (body) => {
      asked.push('token');
      return enter?.(body);
    });
    const store = createStore();
    await Promise.all([renewSession(store), renewSession(store), renewSession(store)]);
    expect(asked).toHaveLength(1);
    expect(store.getState().session).toMatchObject({ status: 'signedIn', userId: me.id });
  });

  it('forgets one account when the cookie turns out to belong to another', async () => {
    server.install();
    const store = createStore();
    store.dispatch(signedIn({ accessToken: 'old', expiresAt: '2026-11-22T13:00:00.000Z', user: account(anna) }));
    await renewSession(store);
    expect(store.getState().session).toMatchObject({ status: 'signedIn', userId: me.id });
  });

  it('UX-35 says calmly that the connection is away, counts down, and goes on by itself', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    server.reachable = false;
    act(() => server.cut());
    expect(await screen.findByText(/You can go on reading and writing/)).toBeInTheDocument();
    await user.type(input, 'still writing');
    expect(input).toHaveValue('still writing');
    server.reachable = true;
    await waitFor(() => expect(screen.getByTestId('connection-state')).toHaveAttribute('data-state', 'online'));
    expect(screen.queryByText(/You can go on reading and writing/)).toBeNull();
  });

  it('says when the server is not there at all, and goes on when it is', async () => {
    const enter = server.rest.get('POST token');
    server.rest.set('POST token', () => {
      throw { status: 503 };
    });
    const { user } = renderApp(server);
    const retry = await screen.findByText('Retry now');
    server.rest.set('POST token', enter ?? (() => undefined));
    await user.click(retry);
    expect(await screen.findByTestId('room-list')).toBeInTheDocument();
  });

  it('UX-21 finds no page for an unknown address, and a way home', async () => {
    const { user } = renderApp(server, '/nowhere');
    await screen.findByTestId('not-found');
    await user.click(screen.getByText('Go to your rooms'));
    expect(window.location.pathname).toBe('/');
  });

  it('UX-48 has no serious findings on the main views', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    await screen.findAllByTestId('message');
    expect(await findings()).toEqual([]);
    await user.click(screen.getByTestId('details-toggle'));
    await screen.findByTestId('members');
    expect(await findings()).toEqual([]);
    await user.click(screen.getByTestId('friend-tab'));
    await screen.findByText('No friends yet');
    expect(await findings()).toEqual([]);
  });

  it('UX-48 has no serious findings on the way in', async () => {
    server.signedIn = false;
    renderApp(server, '/sign-up');
    await screen.findByTestId('signup-username');
    expect(await findings()).toEqual([]);
  });
});
