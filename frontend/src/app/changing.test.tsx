import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '@/testing/fakeServer';
import { composer, messageWith, renderApp } from '@/testing/renderApp';
import { anna, me, member, message, user as person } from '@/testing/samples';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.addRoom({ readSeq: 3 }, [
    message(1),
    message(2, { userId: me.id, text: 'mine' }),
    message(3, { text: 'the last word' }),
  ]);
});

const row = (text: string) => within(messageWith(text) as HTMLElement);

/** The row when the pointer is over it. */
function tools(text: string) {
  fireEvent.pointerEnter(messageWith(text) as HTMLElement);
  return row(text);
}

describe('editing', () => {
  it('UX-06 opens the last own message with Up in the empty input, and saves it', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), '{ArrowUp}');
    const field = await screen.findByTestId<HTMLTextAreaElement>('edit-field');
    expect(field).toHaveValue('mine');
    expect(field).toHaveFocus();
    await user.type(field, ', better{Enter}');
    await waitFor(() => expect(messageWith('mine, better')).toHaveTextContent('(edited)'));
    expect(server.asked('room.editMessage')).toEqual([{ roomId: '10', seq: 2, text: 'mine, better' }]);
    // The push may come before the answer, which ends the editing.
    await waitFor(() => expect(screen.queryByTestId('edit-field')).toBeNull());
    await waitFor(async () => expect(await composer()).toHaveFocus());
  });

  it('UX-06 leaves the input alone when there is text in it', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), 'half{ArrowUp}');
    expect(screen.queryByTestId('edit-field')).toBeNull();
  });

  it('UX-06 gives up with Escape, and asks about deleting when nothing is left', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), '{ArrowUp}');
    await user.type(await screen.findByTestId('edit-field'), ' not this{Escape}');
    expect(messageWith('mine')).toBeInTheDocument();
    expect(messageWith('not this')).toBeUndefined();
    await user.type(await composer(), '{ArrowUp}');
    await user.clear(await screen.findByTestId('edit-field'));
    await user.type(screen.getByTestId('edit-field'), '{Enter}');
    expect(await screen.findByText('Recall this message?')).toBeInTheDocument();
    await user.click(screen.getByTestId('confirm'));
    await waitFor(() => expect(messageWith('Message recalled')).toBeInTheDocument());
    expect(server.asked('room.editMessage')).toHaveLength(0);
  });

  it('leaves the arrows to the caret while editing', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.type(await composer(), '{ArrowUp}');
    await user.type(await screen.findByTestId('edit-field'), '{Shift>}{Enter}{/Shift}second{ArrowUp}{ArrowLeft}');
    expect(screen.getByTestId('edit-field')).toHaveFocus();
  });

  it('UX-47 reaches the tools and the reactions of a message with the keyboard alone', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    act(() => void server.change('10', 3, { reactions: [{ emoji: '🎉', userIds: [anna.id] }] }));
    await row('the last word').findByTestId('reaction');
    act(() => messageWith('the last word')?.focus());
    await user.keyboard('{Enter}');
    expect(row('the last word').getAllByTestId('quick-reaction')[0]).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(row('the last word').getByTestId('message-react')).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(row('the last word').getByTestId('reaction')).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(row('the last word').getByTestId('reaction')).toHaveTextContent('2'));
    await user.keyboard('{Escape}');
    expect(messageWith('the last word')).toHaveFocus();
  });

  it('keeps what was typed when it cannot be saved', async () => {
    const { user } = renderApp(server, '/rooms/10');
    server.routes.set('room.editMessage', () => {
      throw { code: 'message.too_many_edits', message: 'no', retryable: false };
    });
    await user.type(await composer(), '{ArrowUp}');
    await user.type(await screen.findByTestId('edit-field'), '!{Enter}');
    expect(await screen.findByText(/edited too often/)).toBeInTheDocument();
    expect(screen.getByTestId('edit-field')).toHaveValue('mine!');
  });

  it('UX-20 shows edits of others, and what it said before to those who may see it', async () => {
    server.rooms.get('10')!.facts.role = 'admin';
    server.rest.set('GET room/message/version', () => ({
      versions: [
        { text: 'the first word', writtenAt: '2026-11-22T12:00:00.000Z', replacedAt: '2026-11-22T12:01:00.000Z' },
      ],
    }));
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    act(() => void server.change('10', 3, { text: 'said better', editedAt: new Date().toISOString() }));
    await waitFor(() => expect(messageWith('said better')).toBeInTheDocument());
    await user.click(row('said better').getByTestId('edited'));
    expect(await screen.findByTestId('version')).toHaveTextContent('the first word');
  });
});

describe('reactions', () => {
  it('puts an emoji there and takes it away again', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    await user.click(tools('the last word').getAllByTestId('quick-reaction')[0]!);
    const chip = await row('the last word').findByTestId('reaction');
    expect(chip).toHaveAttribute('aria-pressed', 'true');
    expect(chip).toHaveTextContent('1');
    await user.click(chip);
    await waitFor(() => expect(row('the last word').queryByTestId('reaction')).toBeNull());
    expect(messageWith('the last word')).toHaveFocus();
    expect(server.asked('room.react').map(({ on }) => on)).toEqual([true, false]);
  });

  it('shows those of others as they come', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    act(() => void server.change('10', 2, { reactions: [{ emoji: '🎉', userIds: [anna.id] }] }));
    const chip = await row('mine').findByTestId('reaction');
    expect(chip).toHaveAttribute('aria-pressed', 'false');
    expect(messageWith('mine')).toHaveAccessibleName(/🎉 1/);
  });

  it('UX-24 finds emoji by name, with the keyboard alone', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    await user.click(tools('mine').getByTestId('message-react'));
    await user.type(await screen.findByTestId('emoji-search'), 'rocket{Enter}');
    expect(await row('mine').findByTestId('reaction')).toHaveAttribute('data-emoji', '🚀');
  });
});

describe('replies', () => {
  it('quotes the message that is answered', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    await user.click(tools('the last word').getByTestId('message-reply'));
    expect(screen.getByTestId('reply-bar')).toHaveTextContent('Anna');
    expect(await composer()).toHaveFocus();
    await user.type(await composer(), 'no, this{Enter}');
    expect(screen.queryByTestId('reply-bar')).toBeNull();
    await waitFor(() => expect(messageWith('no, this')).toHaveAttribute('data-state', 'sent'));
    expect(server.asked('room.sendMessage')[0]).toMatchObject({ text: 'no, this', replySeq: 3 });
    expect(row('no, this').getByTestId('quote')).toHaveTextContent('the last word');
  });

  it('is given up with Escape', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    await user.click(tools('the last word').getByTestId('message-reply'));
    await user.type(await composer(), 'alone{Escape}{Enter}');
    await waitFor(() => expect(server.asked('room.sendMessage')).toHaveLength(1));
    expect(server.asked('room.sendMessage')[0]?.replySeq).toBeUndefined();
  });

  it('fetches all quotes that are not there with one request, and follows what becomes of them', async () => {
    const old = Array.from({ length: 60 }, (_, i) => message(i + 1, { text: `old ${i + 1}` }));
    const answers = [message(61, { text: 'first', replySeq: 2 }), message(62, { text: 'second', replySeq: 3 })];
    server.addRoom({ id: '10', readSeq: 62 }, [...old, ...answers]);
    renderApp(server, '/rooms/10');
    await composer();
    expect(await row('first').findByText('old 2')).toBeInTheDocument();
    expect(row('second').getByTestId('quote')).toHaveTextContent('old 3');
    expect(server.asked('room.history').filter(({ seqs }) => seqs)).toEqual([{ roomId: '10', seqs: [2, 3] }]);
    act(() => void server.change('10', 2, { contentType: 'RECALLED', text: undefined, recall: { by: me.id, at: '' } }));
    await waitFor(() => expect(row('first').getByTestId('quote')).toHaveTextContent('Message recalled'));
  });
});

describe('mentions', () => {
  beforeEach(() => {
    server.rooms.get('10')!.members.push(member(person('3', 'Andrew')), member(person('4', '李明')));
  });

  it('UX-22 completes names, arrows choose, Tab accepts', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    await user.type(input, 'hi @an');
    const options = await screen.findAllByTestId('mention-option');
    expect(options.map((one) => one.textContent)).toEqual([
      expect.stringContaining('@anna'),
      expect.stringContaining('@andrew'),
    ]);
    await user.keyboard('{ArrowDown}{Tab}');
    expect(input).toHaveValue('hi @andrew ');
    expect(screen.queryByTestId('mention-list')).toBeNull();
  });

  it('UX-22 works with names outside ASCII, and Enter accepts instead of sending', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    await user.type(input, '@李');
    await screen.findByTestId('mention-option');
    await user.keyboard('{Enter}');
    expect(input).toHaveValue('@李明 ');
    expect(server.asked('room.sendMessage')).toHaveLength(0);
  });

  it('UX-22 Escape closes and keeps the text', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    await user.type(input, '@an');
    await screen.findByTestId('mention-list');
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('mention-list')).toBeNull();
    expect(input).toHaveValue('@an');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(server.asked('room.sendMessage')).toHaveLength(1));
  });

  it('marks what calls me, and only that', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    act(() => {
      server.store(message(4, { text: 'hey @demo and @anna', mentions: { userIds: [me.id] } }));
      server.store(message(5, { text: 'about @anna', mentions: { userIds: [anna.id] } }));
    });
    await waitFor(() => expect(messageWith('hey')).toHaveAttribute('data-calls-me'));
    expect(row('hey').getByTestId('mention')).toHaveTextContent('@demo');
    expect(row('hey').getByTestId('mention')).toHaveAttribute('data-mine');
    expect(messageWith('about')).not.toHaveAttribute('data-calls-me');
  });

  it('UX-31 shows in the list and the title that somebody called me', async () => {
    server.addRoom({ id: '11', name: 'Elsewhere', lastSeq: 4, lastRev: 4 }, [message(1, { roomId: '11' })]);
    renderApp(server, '/rooms/10');
    await composer();
    act(() =>
      server.push('room.message', message(5, { roomId: '11', id: '11-5', mentions: { userIds: [], all: true } })),
    );
    expect(await screen.findByTestId('room-mentions')).toHaveAccessibleName('1 mention of you');
    await waitFor(() => expect(document.title).toMatch(/^\(1\)/));
  });
});

describe('pins', () => {
  it('shows what is pinned, and admins pin and unpin', async () => {
    server.rooms.get('10')!.facts.role = 'admin';
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    expect(screen.queryByTestId('pins')).toBeNull();
    await user.click(tools('the last word').getByTestId('message-pin'));
    expect(await screen.findByTestId('pins')).toHaveTextContent('1 pinned message');
    expect(row('the last word').getByTestId('pinned-mark')).toBeInTheDocument();
    await user.click(screen.getByTestId('pins'));
    expect(await screen.findByTestId('pinned')).toHaveTextContent('the last word');
    await user.click(within(screen.getByTestId('pinned')).getByLabelText('Unpin'));
    await waitFor(() => expect(screen.queryByTestId('pins')).toBeNull());
  });

  it('offers nothing to members of a group', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    expect(tools('mine').getByTestId('message-edit')).toBeInTheDocument();
    expect(screen.queryByTestId('message-pin')).toBeNull();
  });
});

describe('formatted messages', () => {
  it('are shown as elements, and HTML stays text', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    act(() => {
      server.store(message(4, { text: '**bold** <script>window.hacked = 1</script> [x](javascript:alert(1))' }));
      server.store(message(5, { text: '[docs](https://example.org/)' }));
    });
    await waitFor(() => expect(messageWith('bold')?.querySelector('strong')).toHaveTextContent('bold'));
    expect(messageWith('bold')?.querySelector('script, a')).toBeNull();
    expect(messageWith('bold')).toHaveTextContent('<script>window.hacked = 1</script> [x](javascript:alert(1))');
    const link = row('docs').getByRole('link');
    expect(link).toHaveAttribute('href', 'https://example.org/');
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });

  it('UX-25 Ctrl+B puts the signs around what is selected, and takes them away', async () => {
    const { user } = renderApp(server, '/rooms/10');
    const input = await composer();
    await user.type(input, 'some words');
    input.setSelectionRange(5, 10);
    fireEvent.keyDown(input, { key: 'b', ctrlKey: true });
    expect(input).toHaveValue('some **words**');
    await waitFor(() => expect(input.selectionStart).toBe(7));
    fireEvent.keyDown(input, { key: 'b', ctrlKey: true });
    expect(input).toHaveValue('some words');
  });
});
