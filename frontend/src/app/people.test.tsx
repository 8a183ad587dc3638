import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Block, Device } from '@/api/wire';
import { deviceName } from '@/features/identity/devices';
import { FakeServer } from '@/testing/fakeServer';
import { renderApp } from '@/testing/renderApp';
import { anna, time, user as person } from '@/testing/samples';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
});

const device = (id: string, more: Partial<Device> = {}): Device => ({
  id,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
  ip: '203.0.113.7',
  createdAt: time(0),
  lastUsedAt: time(1),
  expiresAt: time(9),
  current: false,
  ...more,
});

describe('people', () => {
  it('blocks somebody after asking, and lifts it in the settings', async () => {
    const blocks: Block[] = [];
    server.rest.set('GET block', () => ({ items: blocks }));
    server.rest.set('POST block', () => {
      blocks.push({ user: anna, createdAt: time(1) });
      return blocks[0];
    });
    server.rest.set('DELETE block', () => void blocks.splice(0));
    const { user } = renderApp(server, `/people/${anna.id}`);
    await user.click(await screen.findByTestId('block'));
    await user.click(await screen.findByTestId('confirm'));
    expect(await screen.findByTestId('unblock')).toBeVisible();
    expect(screen.queryByTestId('befriend')).toBeNull();

    await user.click(screen.getByTestId('unblock'));
    expect(await screen.findByTestId('befriend')).toBeVisible();
  });

  it('sends a note along with a friend request', async () => {
    const asked: unknown[] = [];
    server.rest.set('POST friend', (body) => {
      asked.push(body);
      return { user: anna, state: 'requested', createdAt: time(1), updatedAt: time(1) };
    });
    const { user } = renderApp(server, `/people/${anna.id}`);
    await user.click(await screen.findByTestId('befriend-note'));
    await user.type(await screen.findByLabelText('Note'), 'We met yesterday');
    await user.click(screen.getByTestId('note-send'));
    expect(await screen.findByTestId('withdraw')).toBeVisible();
    expect(asked).toEqual([{ userId: anna.id, note: 'We met yesterday' }]);
  });

  it('tells when somebody was here last, and that an account is deleted', async () => {
    server.rest.set('GET lastSeen', () => ({ items: [{ userId: anna.id, lastSeenAt: time(0) }] }));
    const { unmount } = renderApp(server, `/people/${anna.id}`);
    expect(await screen.findByTestId('last-seen')).toHaveTextContent('last seen');
    unmount();

    server.users.push({ ...person('9', 'x'), username: '~9', deleted: true });
    renderApp(server, '/people/9');
    expect(await screen.findByText('Deleted user')).toBeVisible();
    expect(screen.queryByText('@~9')).toBeNull();
    expect(screen.queryByTestId('befriend')).not.toBeVisible();
  });
});

describe('the own account', () => {
  it('lists the devices, and ends another one', async () => {
    const devices = [device('1', { current: true }), device('2', { userAgent: 'parley-bot/1.0' })];
    server.rest.set('GET session', () => ({ items: devices }));
    server.rest.set('DELETE session', ({ id }) => void devices.splice(Number(id) - 1));
    const { user } = renderApp(server, '/settings');
    const [own, bot] = await screen.findAllByTestId('device');
    expect(own).toHaveTextContent('Firefox · Linux');
    expect(own).toHaveTextContent('this device');
    expect(within(own!).queryByTestId('device-end')).toBeNull();
    await user.click(within(bot!).getByTestId('device-end'));
    await waitFor(() => expect(screen.getAllByTestId('device')).toHaveLength(1));
  });

  it('is deleted with the password only, and nothing of it stays here', async () => {
    server.rest.set('POST deleteAccount', ({ currentPassword }) => {
      if (currentPassword !== 'right') {
        throw {
          status: 403,
          code: 'identity.current_password_wrong',
          errors: [{ pointer: '/currentPassword', detail: 'is missing or wrong' }],
        };
      }
      server.signedIn = false;
    });
    const { user, store } = renderApp(server, '/settings');
    await user.click(await screen.findByTestId('delete-account'));
    const dialog = within(await screen.findByRole('alertdialog'));
    await user.type(dialog.getByLabelText('Current password'), 'wrong');
    await user.click(dialog.getByTestId('confirm'));
    expect(await dialog.findByRole('alert')).toBeVisible();
    await user.clear(dialog.getByLabelText('Current password'));
    await user.type(dialog.getByLabelText('Current password'), 'right');
    await user.click(dialog.getByTestId('confirm'));
    await waitFor(() => expect(store.getState().session.status).toBe('signedOut'));
  });

  it('is exported as a file', async () => {
    const made = vi.fn(() => 'blob:x');
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: vi.fn() }));
    server.rest.set('GET userInfo/export', () => ({ account: {} }));
    const { user } = renderApp(server, '/settings');
    await user.click(await screen.findByTestId('export-my-data'));
    await waitFor(() => expect(made).toHaveBeenCalledOnce());
  });
});

describe('a device', () => {
  it('goes by the name people know', () => {
    const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36';
    expect(deviceName(chrome)).toBe('Chrome · Windows');
    expect(deviceName(`${chrome} Edg/131.0`)).toContain('Windows');
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1')).toBe(
      'Safari · iPhone',
    );
    expect(deviceName('curl/8.5.0')).toBe('curl/8.5.0');
    expect(deviceName(undefined)).toBeUndefined();
  });
});
