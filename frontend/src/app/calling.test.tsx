import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '@/testing/fakeServer';
import { composer, renderApp } from '@/testing/renderApp';
import { message, user as person } from '@/testing/samples';

let server: FakeServer;
let added: unknown[];

beforeEach(() => {
  server = new FakeServer();
  added = [];
  server.addRoom({ readSeq: 1, role: 'admin', memberCount: 2 }, [message(1)]);
  server.users.push(person('9', 'Zoe'));
  server.rest.set('POST room/member', (body) => {
    added.push(body);
    return { items: [] };
  });
});

describe('calling people', () => {
  it('UX-23 offers to bring in whom a call did not reach, and nobody else', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), '@anna and @zoe. and @nobody{Enter}');
    expect(await screen.findByTestId('outsider')).toHaveTextContent('Zoe is not in this room');
    await user.click(screen.getByTestId('outsider-add'));
    await waitFor(() => expect(screen.queryByTestId('outsider')).toBeNull());
    expect(added).toEqual([{ roomId: '10', userIds: ['9'] }]);
  });

  it('UX-23 only tells those who may not add anybody', async () => {
    server.rooms.get('10')!.facts.role = 'member';
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), 'hello @zoe{Enter}');
    expect(await screen.findByTestId('outsider')).toBeInTheDocument();
    expect(screen.queryByTestId('outsider-add')).toBeNull();
  });

  it('UX-23 asks before many people are called, and sends what was written only then', async () => {
    server.rooms.get('10')!.facts.memberCount = 40;
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), 'lunch, @all !{Enter}');
    expect(await screen.findByRole('alertdialog', { name: 'Notify all 40 people?' })).toBeInTheDocument();
    expect(server.asked('room.sendMessage')).toHaveLength(0);
    await user.click(screen.getByTestId('confirm'));
    await waitFor(() => expect(server.asked('room.sendMessage')).toHaveLength(1));
    expect(await composer()).toHaveValue('');
  });

  it('sends without asking in a small room', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), 'lunch, @all !{Enter}');
    await waitFor(() => expect(server.asked('room.sendMessage')).toHaveLength(1));
  });
});
