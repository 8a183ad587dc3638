import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { prefer } from '@/lib/preferences';
import { FakeServer } from '@/testing/fakeServer';
import { composer, messageWith, renderApp } from '@/testing/renderApp';
import { anna, me, message } from '@/testing/samples';

let server: FakeServer;
let permission: NotificationPermission;
let answer: NotificationPermission;
let asked: number;
let made: FakeNotification[];

class FakeNotification {
  static get permission() {
    return permission;
  }
  static requestPermission() {
    asked++;
    permission = answer;
    return Promise.resolve(answer);
  }
  onclick?: () => void;
  onclose?: () => void;
  closed = false;
  title: string;
  options: NotificationOptions;
  constructor(title: string, options: NotificationOptions) {
    this.title = title;
    this.options = options;
    made.push(this);
  }
  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  server = new FakeServer();
  server.addRoom(
    { readSeq: 60 },
    Array.from({ length: 60 }, (_, i) => message(i + 1)),
  );
  server.addRoom({ id: '11', name: 'Elsewhere' });
  permission = 'granted';
  asked = 0;
  made = [];
  vi.stubGlobal('Notification', FakeNotification);
  vi.stubGlobal('isSecureContext', true);
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  prefer('notifications', 'on');
});

const say = (seq: number, more: Parameters<typeof message>[1] = {}) =>
  act(() => void server.store(message(seq, { rev: seq, ...more })));
const told = (count: number) => waitFor(() => expect(made).toHaveLength(count));
/** Longer than it takes to find out whether anybody looks. */
const moment = () => act(() => new Promise((resolve) => setTimeout(resolve, 1_000)));

describe('notifications', () => {
  it('UX-40 are asked for after a click on what explains them, never before', async () => {
    permission = 'default';
    answer = 'granted';
    const { user } = renderApp(server, '/settings');
    const part = await screen.findByTestId('notifications');
    expect(part).toHaveTextContent('your browser asks whether Parley may');
    expect(asked).toBe(0);
    await user.click(screen.getByTestId('notifications-on'));
    await waitFor(() => expect(part).toHaveAttribute('data-state', 'on'));
    expect(asked).toBe(1);
    await user.click(screen.getByTestId('notifications-off'));
    expect(part).toHaveAttribute('data-state', 'off');
  });

  it('UX-40 say what to do when the browser refuses', async () => {
    permission = 'default';
    answer = 'denied';
    const { user } = renderApp(server, '/settings');
    await user.click(await screen.findByTestId('notifications-on'));
    expect(await screen.findByText(/Allow them in its settings for this address/u)).toBeVisible();
    expect(screen.queryByTestId('notifications-on')).toBeNull();
  });

  it('UX-42 open exactly that message, one for each room', async () => {
    renderApp(server, '/rooms/11');
    await composer();
    say(61, { text: 'hello **you**' });
    await told(1);
    expect(made[0]).toMatchObject({ title: 'Anna · Design', options: { body: 'hello you', tag: 'parley-10' } });
    say(62);
    await told(2);
    expect(made[1]?.options.tag).toBe('parley-10');
    act(() => made[1]?.onclick?.());
    await waitFor(() => expect(messageWith('message 62')).toHaveAttribute('data-highlighted'));
    expect(made[1]?.closed).toBe(true);
  });

  it('UX-42 disappear when the message is read or recalled elsewhere', async () => {
    renderApp(server, '/rooms/11');
    await composer();
    say(61);
    await told(1);
    act(() => server.push('room.read', { roomId: '10', userId: anna.id, seq: 61 }));
    expect(made[0]?.closed).toBe(false);
    act(() => server.push('room.read', { roomId: '10', userId: me.id, seq: 61 }));
    await waitFor(() => expect(made[0]?.closed).toBe(true));
    say(62);
    await told(2);
    say(62, { rev: 63, contentType: 'RECALLED', text: undefined });
    await waitFor(() => expect(made[1]?.closed).toBe(true));
  });

  it('UX-42 hide what was said, and who said it, if wanted', async () => {
    prefer('notificationText', 'sender');
    renderApp(server, '/rooms/11');
    await composer();
    say(61, { text: 'secret' });
    await told(1);
    expect(made[0]).toMatchObject({ title: 'Anna · Design', options: { body: 'New message' } });
    prefer('notificationText', 'none');
    say(62, { text: 'secret' });
    await told(2);
    expect(made[1]).toMatchObject({ title: 'Parley', options: { body: 'New message' } });
  });

  it('UX-41 come of what the room is to tell, and of nothing one has said, changed or seen oneself', async () => {
    server.rooms.get('10')!.facts.notifyLevel = 'mentions';
    renderApp(server, '/rooms/11');
    await composer();
    say(61);
    say(62, { userId: me.id });
    say(61, { rev: 63, text: 'edited' });
    say(63, { rev: 64, contentType: 'SYSTEM', system: { type: 'MEMBER_LEFT', userId: anna.id } });
    await moment();
    expect(made).toEqual([]);
    say(64, { rev: 65, mentions: { userIds: [me.id] } });
    await told(1);
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    say(65, { rev: 66, mentions: { userIds: [me.id] } });
    await moment();
    expect(made).toHaveLength(1);
  });
});
