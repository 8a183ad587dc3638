import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UNDO_MS } from '@/features/rooms/markRead';
import { SHORTCUT_GROUPS, shortcutsOf } from '@/lib/shortcuts';
import { FakeServer } from '@/testing/fakeServer';
import { composer, renderApp } from '@/testing/renderApp';
import { message } from '@/testing/samples';
import { holdTimers } from '@/testing/timers';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  const at = (minute: number) => `2026-01-01T10:0${minute}:00Z`;
  server.addRoom({ id: '10', name: 'First', readSeq: 1 }, [message(1, { createdAt: at(3) })]);
  server.addRoom({ id: '11', name: 'Second', readSeq: 1 }, [message(1, { roomId: '11', createdAt: at(2) })]);
  server.addRoom({ id: '12', name: 'Third', readSeq: 0, unread: 1 }, [message(1, { roomId: '12', createdAt: at(1) })]);
});

const title = (name: string) => waitFor(() => expect(document.title).toContain(name));

describe('going from room to room with the keyboard', () => {
  it('UX-30 Alt with up and down goes to the next room, with Shift to the next unread one', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    fireEvent.keyDown(window, { key: 'ArrowDown', altKey: true });
    await title('Second');
    fireEvent.keyDown(window, { key: 'ArrowUp', altKey: true });
    await title('First');
    fireEvent.keyDown(window, { key: 'ArrowDown', altKey: true, shiftKey: true });
    await title('Third');
  });

  it('UX-29 Ctrl+K searches the rooms, Enter goes to the first one', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
    expect(screen.getByTestId('room-search')).toHaveFocus();
    await user.keyboard('thi{Enter}');
    await title('Third');
    expect(screen.getByTestId('room-search')).toHaveValue('');
  });

  it('UX-30 Escape marks the room read and goes to its end, but first closes what is open', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const { user } = renderApp(server, '/rooms/12');
    await composer();
    expect(await screen.findByTestId('new-line')).toBeVisible();
    await user.click(screen.getByTestId('user-menu'));
    await user.click(await screen.findByTestId('open-shortcuts'));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.asked('room.read')).toEqual([]);

    fireEvent.keyDown(screen.getByTestId('room-search'), { key: 'Escape' });
    expect(server.asked('room.read')).toEqual([]);
    fireEvent.keyDown(await composer(), { key: 'Escape' });
    await waitFor(() => expect(server.asked('room.read')).toEqual([{ roomId: '12', seq: 1 }]));
    expect(screen.queryByTestId('new-line')).toBeNull();
    expect(screen.queryByTestId('room-unread')).toBeNull();
  });

  it('UX-30 Shift+Escape marks everything read, which can be taken back', async () => {
    server.addRoom({ id: '13', name: 'Fourth', lastSeq: 7, readSeq: 2, unread: 5, mentions: 1 });
    const timers = holdTimers(UNDO_MS);
    const { user } = renderApp(server, '/');
    await waitFor(() => expect(screen.getAllByTestId('room-unread')).toHaveLength(2));
    fireEvent.keyDown(window, { key: 'Escape', shiftKey: true });
    await waitFor(() => expect(screen.queryByTestId('room-unread')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getAllByTestId('room-unread').map((one) => one.textContent)).toContain('5'));
    expect(screen.getByTestId('room-mentions')).toBeVisible();
    expect(server.asked('room.read')).toEqual([]);

    fireEvent.keyDown(window, { key: 'Escape', shiftKey: true });
    await waitFor(() => expect(screen.queryByTestId('room-unread')).toBeNull());
    act(() => timers.run());
    await waitFor(() => expect(server.asked('room.read')).toHaveLength(2));
    expect(server.asked('room.read')).toContainEqual({ roomId: '13', seq: 7 });
  });

  it('UX-30 Ctrl+/ shows all keys; those that browsers use can be left to them', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    fireEvent.keyDown(window, { key: '/', ctrlKey: true });
    const list = await screen.findByTestId('shortcuts');
    const all = SHORTCUT_GROUPS.flatMap(shortcutsOf);
    expect([...list.querySelectorAll<HTMLElement>('[data-shortcut]')].map((one) => one.dataset.shortcut)).toEqual(all);
    expect(list).toHaveTextContent('Find a room or person *CtrlK');

    await user.selectOptions(screen.getByLabelText(/Keys that browsers use too/u), 'are left to the browser');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('shortcuts')).toBeNull());
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
    expect(screen.getByTestId('room-search')).not.toHaveFocus();
    fireEvent.keyDown(window, { key: 'ArrowDown', altKey: true });
    await title('Second');
  });
});
