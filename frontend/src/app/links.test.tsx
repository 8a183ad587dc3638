import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '@/testing/fakeServer';
import { composer, messageWith, renderApp } from '@/testing/renderApp';
import { message } from '@/testing/samples';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.addRoom(
    { readSeq: 100 },
    Array.from({ length: 100 }, (_, i) => message(i + 1, { text: `number ${i + 1}.` })),
  );
});

const lit = (text: string) =>
  waitFor(() => expect(messageWith(text)).toHaveAttribute('data-highlighted'), { timeout: 30_000 });

describe('the address of a message', () => {
  it('UX-17 opens the room around it, also when it is not loaded yet', async () => {
    renderApp(server, '/rooms/10?message=7');
    await lit('number 7.');
    expect(server.asked('room.history')).not.toHaveLength(0);
  });

  it('UX-17 shows a message from the depths at once, and the way back to the end', async () => {
    server.rooms.clear();
    server.addRoom(
      { readSeq: 2_000 },
      Array.from({ length: 2_000 }, (_, i) => message(i + 1, { text: `number ${i + 1}.` })),
    );
    const { user } = renderApp(server, '/rooms/10?message=700');
    await lit('number 700.');
    expect(server.asked('room.history').filter(({ around }) => around)).toEqual([
      { roomId: '10', around: 700, limit: 100 },
    ]);
    expect(messageWith('number 2000.')).toBeUndefined();
    act(() => void server.change('10', 700, { text: 'number 700, edited' }));
    await waitFor(() => expect(messageWith('number 700, edited')).toBeDefined());
    await user.click(screen.getByTestId('jump-to-latest'));
    await waitFor(() => expect(messageWith('number 2000.')).toBeDefined());
    expect(messageWith('number 700')).toBeUndefined();
  });

  it('UX-17 is copied, and followed within the page when somebody writes it', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    fireEvent.pointerEnter(messageWith('number 99.') as HTMLElement);
    await user.click(within(messageWith('number 99.') as HTMLElement).getByTestId('message-link'));
    const link = await navigator.clipboard.readText();
    expect(link).toBe(`${location.origin}/rooms/10?message=99`);

    server.store(message(101, { rev: 101, text: `see ${link}` }));
    const anchor = await screen.findByRole('link', { name: link });
    expect(anchor).not.toHaveAttribute('target');
    await user.click(anchor);
    await lit('number 99.');
  });

  it('UX-17 says so when there is no such message', async () => {
    renderApp(server, '/rooms/10?message=9000');
    expect(await screen.findByText('This message is not here.')).toBeInTheDocument();
  });
});
