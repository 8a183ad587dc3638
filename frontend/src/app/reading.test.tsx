import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer } from '@/testing/fakeServer';
import { FakeSocket } from '@/testing/fakeSocket';
import { composer, messageWith, renderApp } from '@/testing/renderApp';
import { anna, me, message, user as sampleUser } from '@/testing/samples';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.addRoom({ readSeq: 2 }, [message(1), message(2)]);
});

function roomItem(name: string): HTMLElement {
  const title = screen.getByText(name, { selector: '[data-testid="room-item"] bdi' });
  return title.closest<HTMLElement>('[data-testid="room-item"]') ?? title;
}

describe('reading', () => {
  it('UX-10 draws the New line at the first unread message', async () => {
    server.addRoom({ id: '11', name: 'Unread', readSeq: 1, unread: 2 }, [
      message(1, { roomId: '11' }),
      message(2, { roomId: '11', text: 'first unread' }),
      message(3, { roomId: '11' }),
    ]);
    renderApp(server, '/rooms/11');
    await composer();
    const line = await screen.findByTestId('new-line');
    expect(line.nextElementSibling).toHaveTextContent('first unread');
  });

  it('UX-10 reaches back to the first unread message over several pages', async () => {
    const many = Array.from({ length: 240 }, (_, index) => message(index + 1, { roomId: '11' }));
    server.addRoom({ id: '11', name: 'Long', readSeq: 20, unread: 100 }, many);
    renderApp(server, '/rooms/11');
    await composer();
    const line = await screen.findByTestId('new-line');
    expect(line.nextElementSibling).toHaveTextContent('message 21');
  });

  it('UX-18 marks read only while the window has the focus', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    renderApp(server, '/rooms/10');
    await composer();
    act(() => void server.store(message(3)));
    await waitFor(() => expect(messageWith('message 3')).toBeDefined());
    expect(within(roomItem('Design')).getByTestId('room-unread')).toHaveTextContent('1');
    expect(server.asked('room.read')).toHaveLength(0);

    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('focus')));
    await waitFor(() => expect(server.asked('room.read')).toEqual([{ roomId: '10', seq: 3 }]));
    await waitFor(() => expect(within(roomItem('Design')).queryByTestId('room-unread')).toBeNull());
  });

  it('UX-18 clears the badge when it was read on another device', async () => {
    server.addRoom({ id: '11', name: 'Elsewhere', lastSeq: 4, unread: 4 });
    renderApp(server);
    await screen.findByTestId('room-list');
    expect(within(roomItem('Elsewhere')).getByTestId('room-unread')).toHaveTextContent('4');
    act(() => server.push('room.read', { roomId: '11', userId: me.id, seq: 4 }));
    await waitFor(() => expect(within(roomItem('Elsewhere')).queryByTestId('room-unread')).toBeNull());
  });

  it('UX-19 marks unread from a message on, which the same view does not take back, nor a reload', async () => {
    server.rooms.clear();
    server.addRoom({ readSeq: 3 }, [message(1), message(2), message(3)]);
    server.addRoom({ id: '11', name: 'Other' });
    const { user, unmount } = renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => expect(messageWith('message 2')).toBeDefined());
    await user.hover(messageWith('message 2') as HTMLElement);
    await user.click(within(messageWith('message 2') as HTMLElement).getByTestId('message-unread'));
    await waitFor(() => expect(within(roomItem('Design')).getByTestId('room-unread')).toHaveTextContent('2'));
    expect(screen.getByTestId('new-line').nextElementSibling).toHaveTextContent('message 2');
    act(() => void server.store(message(4)));
    await waitFor(() => expect(within(roomItem('Design')).getByTestId('room-unread')).toHaveTextContent('3'));
    act(() => void window.dispatchEvent(new Event('focus')));
    await act(() => new Promise((resolve) => setTimeout(resolve, 600)));
    expect(server.asked('room.read')).toEqual([]);

    unmount();
    renderApp(server, '/rooms/11');
    await composer();
    await waitFor(() => expect(within(roomItem('Design')).getByTestId('room-unread')).toHaveTextContent('2'));
    await user.click(roomItem('Design'));
    const line = await screen.findByTestId('new-line');
    expect(line.nextElementSibling).toHaveTextContent('message 2');
    await waitFor(() => expect(server.asked('room.read')).toEqual([{ roomId: '10', seq: 4 }]));
    await waitFor(() => expect(within(roomItem('Design')).queryByTestId('room-unread')).toBeNull());
  });

  it('UX-20 shows that a message was recalled, also to a client that was away', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => expect(messageWith('message 2')).toBeDefined());
    const { text: _, ...rest } = message(2);
    server.store({ ...rest, rev: 3, contentType: 'RECALLED', recall: { by: anna.id, at: rest.createdAt } }, true);
    server.cut();
    await waitFor(() => expect(messageWith('Message recalled')).toHaveAttribute('data-seq', '2'));
    expect(messageWith('message 2')).toBeUndefined();
  });

  it('UX-20 recalls an own message after asking', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), 'oops{Enter}');
    await waitFor(() => expect(messageWith('oops')).toHaveAttribute('data-state', 'sent'));
    await user.hover(messageWith('oops') as HTMLElement);
    await user.click(within(messageWith('oops') as HTMLElement).getByTestId('message-recall'));
    await user.click(await screen.findByTestId('confirm'));
    await waitFor(() => expect(messageWith('oops')).toBeUndefined());
    expect(server.rooms.get('10')?.messages[2]?.contentType).toBe('RECALLED');
  });

  it('UX-26 shows who is typing, ends with the message, and names at most three', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    act(() => server.push('room.typing', { roomId: '10', userId: me.id }));
    expect(screen.queryByTestId('typing')).toBeNull();
    act(() => server.push('room.typing', { roomId: '10', userId: anna.id }));
    expect(await screen.findByTestId('typing')).toHaveTextContent('Anna is typing…');
    act(() => void server.store(message(3)));
    expect(screen.queryByTestId('typing')).toBeNull();

    const crowd = ['3', '4', '5', '6'].map((id) => sampleUser(id, `Person${id}`));
    server.users.push(...crowd);
    act(() => crowd.forEach(({ id }) => server.push('room.typing', { roomId: '10', userId: id })));
    expect(screen.getByTestId('typing')).toHaveTextContent('Several people are typing…');
  });

  it('UX-26 tells that one is typing at most once in three seconds', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    const began = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(began);
    await user.type(input, 'a few keys');
    await waitFor(() => expect(server.asked('room.typing')).toHaveLength(1));
    clock.mockReturnValue(began + 2_999);
    await user.type(input, '!{Enter}');
    await waitFor(() => expect(server.asked('room.sendMessage')).toHaveLength(1));
    expect(server.asked('room.typing')).toHaveLength(1);
    clock.mockReturnValue(began + 3_000);
    await user.type(input, '?');
    await waitFor(() => expect(server.asked('room.typing')).toHaveLength(2));
  });

  it('UX-32 puts a dot for unread rooms and a number for direct messages into the title', async () => {
    server.addRoom({ id: '11', name: 'Busy', unread: 7 });
    renderApp(server);
    await screen.findByTestId('room-list');
    await waitFor(() => expect(document.title).toBe('• Parley'));
    act(() =>
      server.push('room.added', {
        ...server.addRoom({ id: '12', name: '', channelType: 'PRIVATE', other: anna }).facts,
        unread: 2,
      }),
    );
    await waitFor(() => expect(document.title).toBe('(2) Parley'));
  });

  it('UX-36 asks for the difference when it hears of a jump, and shows everything in order', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => expect(messageWith('message 2')).toBeDefined());
    server.store(message(3), true); // This push gets lost.
    act(() => void server.store(message(4)));
    await waitFor(() => expect(messageWith('message 3')).toBeDefined());
    const order = screen.getAllByTestId('message').map((one) => one.dataset.seq);
    expect(order).toEqual(['1', '2', '3', '4']);
    expect(server.asked('room.sync')).toEqual([{ roomId: '10', rev: 2 }]);
  });

  it('UX-36 tells the rev of every room it holds when it comes back, and starts over when told so', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => expect(messageWith('message 2')).toBeDefined());
    for (let seq = 3; seq <= 600; seq++) {
      server.store(message(seq), true);
    }
    server.cut();
    await waitFor(() => expect(messageWith('message 600')).toBeDefined());
    expect(server.asked('session.open').at(-1)?.rooms).toEqual({ '10': { rev: 2 } });
    expect(server.asked('room.open')).toHaveLength(2);
  });

  it('takes pushes that travel in the same frame as the answer to session.open', async () => {
    const deliver = FakeSocket.prototype.deliver;
    vi.spyOn(FakeSocket.prototype, 'deliver').mockImplementationOnce(function (this: FakeSocket, ...frames: unknown[]) {
      const push = { route: 'room.message', body: message(3, { text: 'right behind' }) };
      deliver.call(this, ...frames, push);
    });
    renderApp(server);
    await screen.findByTestId('room-list');
    await waitFor(() => expect(roomItem('Design')).toHaveTextContent('right behind'));
  });

  it('UX-46 reads out new messages of others once, and bursts as a number', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => expect(messageWith('message 2')).toBeDefined());
    act(() => void server.store(message(3, { text: 'spoken' })));
    await waitFor(() => expect(screen.getByText(/^Anna, spoken, /)).toBeInTheDocument());
    act(() => [4, 5, 6, 7, 8].forEach((seq) => server.store(message(seq))));
    await waitFor(() => expect(screen.getByText('5 new messages', { selector: '[aria-live]' })).toBeInTheDocument());
  });
});
