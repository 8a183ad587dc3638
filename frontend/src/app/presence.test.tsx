import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '@/testing/fakeServer';
import { composer, renderApp } from '@/testing/renderApp';
import { anna } from '@/testing/samples';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.addRoom({ name: undefined, channelType: 'PRIVATE', other: anna });
  server.presence.set(anna.id, 'online');
});

const dots = () => screen.getAllByTestId('presence').map((one) => one.dataset.state);

describe('presence', () => {
  it('shows in the list and the header of a direct room who is there, and follows what is told', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => expect(new Set(dots())).toEqual(new Set(['online'])));
    expect(screen.getAllByText('online').length).toBeGreaterThan(0);
    act(() => server.push('presence.changed', { users: { [anna.id]: 'away' } }));
    await waitFor(() => expect(new Set(dots())).toEqual(new Set(['away'])));
    act(() => server.push('presence.changed', { users: { [anna.id]: 'offline' } }));
    await waitFor(() => expect(new Set(dots())).toEqual(new Set(['offline'])));
    expect(screen.queryByText('away')).toBeNull();
  });

  it('asks once for everybody on the screen, and again on a new connection', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => expect(server.asked('presence.watch')).toEqual([{ userIds: [anna.id] }]));
    server.presence.set(anna.id, 'away');
    act(() => server.cut());
    await waitFor(() => expect(server.asked('presence.watch')).toHaveLength(2), { timeout: 8_000 });
    await waitFor(() => expect(new Set(dots())).toEqual(new Set(['away'])));
  });
});
