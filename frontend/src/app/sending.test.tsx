import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { prefer } from '@/lib/preferences';
import { FakeServer } from '@/testing/fakeServer';
import { composer, messageWith, renderApp } from '@/testing/renderApp';
import { message } from '@/testing/samples';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.addRoom({ readSeq: 2 }, [message(1), message(2)]);
});

const sentTexts = () =>
  server.rooms
    .get('10')
    ?.messages.slice(2)
    .map(({ text }) => text);

describe('sending', () => {
  it('UX-01 shows the message at once, pending, and empties the input', async () => {
    const { user } = renderApp(server, '/rooms/10');
    server.routes.set('room.sendMessage', () => undefined); // The answer is a long time coming.
    const input = await composer();
    await user.type(input, 'hello');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(messageWith('hello')).toHaveAttribute('data-state', 'pending');
    expect(input).toHaveValue('');
  });

  it('UX-02 keeps the same node when it is confirmed, with the push before the answer', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), 'same node{Enter}');
    const pending = messageWith('same node');
    await waitFor(() => expect(messageWith('same node')).toHaveAttribute('data-state', 'sent'));
    expect(messageWith('same node')).toBe(pending);
    expect(messageWith('same node')).toHaveAttribute('data-seq', '3');
    expect(screen.getAllByText('same node', { selector: '[data-testid="message-text"]' })).toHaveLength(1);
  });

  it('UX-02 keeps the same node when only the answer arrives', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    const push = server.push.bind(server);
    server.push = () => undefined;
    await user.type(input, 'answered{Enter}');
    const pending = messageWith('answered');
    await waitFor(() => expect(messageWith('answered')).toHaveAttribute('data-state', 'sent'));
    expect(messageWith('answered')).toBe(pending);
    server.push = push;
  });

  it('UX-03 keeps what cannot be sent, and sends it once and in order when the connection is back', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    server.reachable = false;
    server.cut();
    await user.type(input, 'one{Enter}two{Enter}three{Enter}');
    await waitFor(() => expect(messageWith('two')).toHaveAttribute('data-state', 'failed'));
    const actions = within(messageWith('two') as HTMLElement);
    expect(actions.getByText('Retry')).toBeInTheDocument();
    expect(actions.getByText('Delete')).toBeInTheDocument();
    expect(screen.getByTestId('connection-state')).not.toHaveAttribute('data-state', 'online');

    server.reachable = true;
    await user.click(screen.getByTestId('retry-now'));
    await waitFor(() => expect(messageWith('three')).toHaveAttribute('data-state', 'sent'));
    expect(sentTexts()).toEqual(['one', 'two', 'three']);
  });

  it('UX-03 sends again after an answer was lost, and the server has it once', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    const send = server.routes.get('room.sendMessage');
    server.routes.set('room.sendMessage', (body) => {
      send?.(body);
      server.cut();
      server.routes.set('room.sendMessage', send ?? (() => undefined));
    });
    server.push = () => undefined;
    await user.type(input, 'precious{Enter}');
    await waitFor(() => expect(messageWith('precious')).toHaveAttribute('data-state', 'sent'));
    expect(sentTexts()).toEqual(['precious']);
  });

  it('UX-03 deletes an unsent message when asked to', async () => {
    const { user } = renderApp(server, '/rooms/10');
    server.routes.set('room.sendMessage', () => {
      throw { code: 'room.forbidden', message: 'no', retryable: false };
    });
    await user.type(await composer(), 'refused{Enter}');
    await waitFor(() => expect(messageWith('refused')).toHaveAttribute('data-state', 'failed'));
    expect(messageWith('refused')).toHaveTextContent('Ask its owner or an admin');
    await user.click(screen.getByTestId('message-delete'));
    expect(messageWith('refused')).toBeUndefined();
  });

  it('UX-04 finds pending messages again after the tab was closed', async () => {
    const first = renderApp(server, '/rooms/10');
    const input = await composer();
    server.routes.set('room.sendMessage', () => undefined);
    await first.user.type(input, 'survivor{Enter}');
    await waitFor(() => expect(server.asked('room.sendMessage')).toHaveLength(1));
    first.unmount();

    const again = new FakeServer();
    again.addRoom({ readSeq: 2 }, [message(1), message(2)]);
    renderApp(again, '/rooms/10');
    await composer();
    await waitFor(() => expect(messageWith('survivor')).toHaveAttribute('data-state', 'sent'));
    expect(again.asked('room.sendMessage')[0]?.clientId).toBe(server.asked('room.sendMessage')[0]?.clientId);
  });

  it('UX-05 breaks the line with Shift+Enter and never sends while an input method composes', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    await user.type(input, 'a{Shift>}{Enter}{/Shift}b');
    expect(input).toHaveValue('a\nb');
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(input).toHaveValue('a\nb');
    expect(server.asked('room.sendMessage')).toHaveLength(0);
  });

  it('UX-05 sends with Ctrl+Enter when that is preferred', async () => {
    prefer('sendKey', 'ctrlEnter');
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    await user.type(input, 'a{Enter}b');
    expect(input).toHaveValue('a\nb');
    await user.type(input, '{Control>}{Enter}{/Control}');
    expect(input).toHaveValue('');
    await waitFor(() => expect(sentTexts()).toEqual(['a\nb']));
  });

  it('UX-08 refuses too long a text with a counter, and keeps it', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    fireEvent.change(input, { target: { value: '😀'.repeat(8_001) } });
    expect(screen.getByText(/1 character too long/)).toBeInTheDocument();
    expect(screen.getByTestId('send')).toBeDisabled();
    await user.type(input, '{Enter}');
    expect(input.value).toHaveLength(16_002);
    fireEvent.change(input, { target: { value: '😀'.repeat(8_000) } });
    expect(screen.getByTestId('send')).toBeEnabled();
  });

  it('UX-08 keeps a draft while another room is visited', async () => {
    server.addRoom({ id: '11', name: 'Other' });
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), 'half a tho');
    await user.click(screen.getByText('Other'));
    await waitFor(() => expect(screen.getByTestId('composer')).toHaveValue(''));
    expect(screen.getByLabelText('Draft')).toBeInTheDocument();
    await user.click(screen.getByText('Design'));
    await waitFor(() => expect(screen.getByTestId('composer')).toHaveValue('half a tho'));
  });
});
