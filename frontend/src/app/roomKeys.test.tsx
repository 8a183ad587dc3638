import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '@/testing/fakeServer';
import { composer, renderApp } from '@/testing/renderApp';
import { message } from '@/testing/samples';

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
});
