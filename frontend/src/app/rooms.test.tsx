import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ban } from '@/api/wire';
import { FakeServer } from '@/testing/fakeServer';
import { composer, messageWith, renderApp } from '@/testing/renderApp';
import { anna, me, member, message, room, time } from '@/testing/samples';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
});

const item = async (name: string) => {
  const title = await screen.findByText(name, { selector: '[data-testid="room-item"] bdi' });
  return title.closest<HTMLElement>('[data-testid="room-item"]') ?? title;
};

describe('rooms', () => {
  it('lets a muted room keep its number, but ask for no attention', async () => {
    server.addRoom({ readSeq: 0, unread: 2, lastSeq: 2 });
    const { user } = renderApp(server, '/rooms/10/details');
    await composer();
    server.rest.set('PATCH room/notify', ({ roomId, notifyLevel }) => ({
      ...room({ id: String(roomId) }),
      ...server.rooms.get(String(roomId))?.facts,
      notifyLevel,
    }));
    await user.selectOptions(await screen.findByLabelText('Notify me of'), 'none');
    expect(await within(await item('Design')).findByTestId('room-muted')).toBeInTheDocument();

    act(() => server.push('room.notify', { roomId: '10', notifyLevel: 'all' }));
    await waitFor(async () => expect(within(await item('Design')).queryByTestId('room-muted')).toBeNull());
  });

  it('says instead of a composer that only admins write', async () => {
    server.addRoom({ writePolicy: 'admins' }, [message(1)]);
    renderApp(server, '/rooms/10');
    expect(await screen.findByTestId('cannot-write')).toHaveTextContent('only its admins');
    expect(screen.queryByTestId('composer')).toBeNull();

    const { role: _, ...facts } = { ...room(), writePolicy: 'everyone' as const };
    act(() => server.push('room.changed', facts));
    expect(await composer()).toBeVisible();
  });

  it('asks who is in when the number of members tells that somebody came unheard', async () => {
    const made = server.addRoom({ memberCount: 1 });
    made.members = [member(me)];
    renderApp(server, '/rooms/10/details');
    const members = within(await screen.findByTestId('members'));
    expect(await members.findAllByRole('listitem')).toHaveLength(1);

    made.members = [member(me), member(anna)];
    const { role: _, ...facts } = { ...made.facts, memberCount: 2 };
    act(() => server.push('room.changed', facts));
    await waitFor(() => expect(members.getAllByRole('listitem')).toHaveLength(2));
  });

  it('forgets messages that the room does not keep any more', async () => {
    server.addRoom({}, [message(1), message(2), message(3)]);
    renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => expect(messageWith('message 1')).toBeDefined());
    act(() => server.push('room.trimmed', { roomId: '10', firstSeq: 3 }));
    await waitFor(() => expect(screen.queryByText('message 1')).toBeNull());
    expect(messageWith('message 3')).toBeDefined();
    expect(screen.getByText(/Older messages were removed/)).toBeVisible();
  });

  it('bans a member with a reason, and lifts the ban', async () => {
    const made = server.addRoom({ role: 'creator' });
    made.members = [member(me, 'creator'), member(anna)];
    const bans: Ban[] = [];
    server.rest.set('GET room/ban', () => ({ items: bans }));
    server.rest.set('GET room/invitation', () => ({ items: [] }));
    server.rest.set('POST room/ban', ({ reason }) => {
      const ban: Ban = { user: anna, bannedBy: me.id, reason: String(reason), createdAt: time(1) };
      bans.push(ban);
      return ban;
    });
    server.rest.set('DELETE room/ban', () => void bans.splice(0));
    const { user } = renderApp(server, '/rooms/10/details');
    await user.click(await screen.findByTestId('member-menu'));
    await user.click(await screen.findByTestId('member-ban'));
    await user.type(await screen.findByLabelText('Reason (optional)'), 'Spam');
    await user.click(screen.getByTestId('confirm'));

    const list = within(await screen.findByTestId('bans'));
    expect(await list.findByText('Spam')).toBeVisible();
    await user.click(list.getByTestId('ban-lift'));
    expect(await list.findByText('Nobody is banned from this room.')).toBeVisible();
  });

  it('asks before messages are removed sooner, and not before they are kept for longer', async () => {
    server.addRoom({ role: 'creator', retentionDays: 30 });
    server.rest.set('GET room/ban', () => ({ items: [] }));
    server.rest.set('GET room/invitation', () => ({ items: [] }));
    const changes: unknown[] = [];
    server.rest.set('PATCH room', (body) => {
      changes.push(body.retentionDays);
      return { ...server.rooms.get('10')?.facts, retentionDays: body.retentionDays };
    });
    const { user } = renderApp(server, '/rooms/10/details');
    const field = await screen.findByLabelText('Messages are kept');
    await user.selectOptions(field, '90');
    await waitFor(() => expect(changes).toEqual([90]));
    await waitFor(() => expect(field).toBeEnabled());
    await user.selectOptions(field, '7');
    expect(changes).toEqual([90]);
    await user.click(await screen.findByTestId('confirm'));
    await waitFor(() => expect(changes).toEqual([90, 7]));
  });
});
