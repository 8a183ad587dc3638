import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchHit } from '@/api/wire';
import { FakeServer } from '@/testing/fakeServer';
import { renderApp } from '@/testing/renderApp';
import { anna, message } from '@/testing/samples';

let server: FakeServer;
let asked: Record<string, unknown>[];
let found: { items: SearchHit[]; next?: string };

const hit = (seq: number, text: string, start: number, end: number): SearchHit => ({
  message: message(seq, { text }),
  highlights: [{ start, end }],
});
const hits = () => screen.findAllByTestId('search-hit', undefined, { timeout: 5_000 });

beforeEach(() => {
  server = new FakeServer();
  server.addRoom(
    {},
    [1, 2, 3].map((seq) => message(seq)),
  );
  asked = [];
  found = { items: [hit(2, 'we met in the garden', 14, 20)] };
  server.rest.set('GET search', (body) => {
    asked.push(body);
    return found;
  });
  server.rest.set('GET friend', () => ({
    items: [{ user: anna, state: 'accepted', createdAt: anna.createdAt, updatedAt: anna.createdAt }],
  }));
});

describe('the search', () => {
  it('UX-33 shows room, author, date and what was found, and goes to the message in its place', async () => {
    const { user } = renderApp(server, '/search');
    await user.type(await screen.findByTestId('search-text'), 'garden');
    const [row] = await hits();
    expect(row).toHaveTextContent('Anna');
    expect(row).toHaveTextContent('in Design');
    expect(within(row!).getByText('garden').tagName).toBe('MARK');
    expect(row!.querySelector('time')).not.toBeEmptyDOMElement();
    expect(asked.at(-1)).toMatchObject({ q: 'garden' });

    await user.click(row!);
    expect(window.location.pathname + window.location.search).toBe('/rooms/10?message=2');
    await waitFor(() =>
      expect(screen.getAllByTestId('message').find((one) => one.textContent.includes('message 2'))).toHaveAttribute(
        'data-highlighted',
        'true',
      ),
    );
  });

  it('UX-33 takes filters as text and as buttons, and gives them back as chips', async () => {
    const { user } = renderApp(server, '/search?q=garden');
    await hits();
    await user.selectOptions(screen.getByLabelText('Has'), 'A link');
    await waitFor(() => expect(screen.getAllByTestId('filter-chip')).toHaveLength(1));
    await user.type(screen.getByTestId('search-text'), ' from:anna in:design after:2026-01-02');
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({
        q: 'garden',
        roomId: '10',
        from: anna.id,
        has: 'link',
        after: new Date(2026, 0, 2).toISOString(),
      }),
    );
    expect(screen.getAllByTestId('filter-chip')).toHaveLength(4);
    await user.click(screen.getByRole('button', { name: 'Take away has:link' }));
    await waitFor(() => expect(asked.at(-1)).not.toHaveProperty('has'));
    expect(screen.getByTestId('search-text')).not.toHaveValue('has:link');
  });

  it('offers the rooms and people one knows', async () => {
    server.addRoom({ id: '11', name: 'Garden' });
    const { user } = renderApp(server, '/search?q=garden');
    await hits();
    await user.click(screen.getByTestId('search-filters'));
    await screen.findByRole('option', { name: 'Design' });
    await user.selectOptions(screen.getByLabelText('In room'), 'Design');
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ q: 'garden', roomId: '10' }));
    expect(screen.getByTestId('filter-chip')).toHaveTextContent('in:Design');
    expect(screen.getByTestId('search-text')).toHaveValue('in:Design garden');
  });

  it('says which filter means nothing here instead of searching without it', async () => {
    server.rest.set('GET user', ({ id }) => (id ? anna : { items: [] }));
    const { user } = renderApp(server, '/search?q=in%3Anowhere');
    expect(await screen.findByText('You are in no room called nowhere')).toBeVisible();
    await user.clear(screen.getByTestId('search-text'));
    await user.click(screen.getByTestId('search-text'));
    await user.paste('from:nobody x'); // At once: what is typed slowly is looked for on the way.
    expect(await screen.findByText('Nobody is called nobody')).toBeVisible();
    expect(asked).toEqual([]);
  });

  it('loads more, walks by arrow keys, and tells when there is nothing', async () => {
    found = { ...found, next: 'c' };
    const { user } = renderApp(server, '/search?q=garden');
    await hits();
    found = { items: [hit(1, 'garden one', 0, 6)] };
    await user.click(await screen.findByTestId('search-more'));
    await waitFor(() => expect(screen.getAllByTestId('search-hit')).toHaveLength(2));
    expect(asked.at(-1)).toMatchObject({ cursor: 'c' });
    await user.click(screen.getByTestId('search-text'));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getAllByTestId('search-hit')[1]).toHaveFocus();

    found = { items: [] };
    await user.clear(screen.getByTestId('search-text'));
    expect(await screen.findByText('Find what was said')).toBeVisible();
    await user.type(screen.getByTestId('search-text'), 'nothing');
    expect(await screen.findByText('Nothing was found')).toBeVisible();
  });

  it('shows what went wrong, and tries again', async () => {
    server.rest.set('GET search', () => {
      throw { status: 503, code: 'message.search_timeout', retryable: true };
    });
    const { user } = renderApp(server, '/search?q=garden');
    expect(await screen.findByText(/took too long/u)).toBeVisible();
    server.rest.set('GET search', () => found);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await hits()).toHaveLength(1);
  });

  it('is open by key for the room that is open, and by a button in its header', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await user.click(await screen.findByTestId('search-here'));
    expect(await screen.findByTestId('search-text')).toHaveValue('in:"Design" ');
    window.history.back();
    await screen.findByTestId('search-here');
    fireEvent.keyDown(window, { key: 'F', ctrlKey: true, shiftKey: true });
    expect(await screen.findByTestId('search-text')).toHaveValue('in:"Design" ');
  });
});
