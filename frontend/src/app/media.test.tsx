import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Media } from '@/api/wire';
import { FakeServer } from '@/testing/fakeServer';
import { composer, renderApp } from '@/testing/renderApp';
import { me, message } from '@/testing/samples';

const image = (id: string): Media => ({
  id,
  url: `/api/media?id=${id}`,
  mime: 'image/png',
  size: 2_000,
  fileName: `${id}.png`,
  width: 720,
  height: 400,
  thumbnailUrl: `/api/media?id=${id}&thumbnail=true`,
});

/** Uploads that wait until the test lets them go on. */
class FakeUpload {
  static all: FakeUpload[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  status = 0;
  response: unknown;
  aborted = false;
  headers: Record<string, string> = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  open() {
    FakeUpload.all.push(this);
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send() {
    // It goes on when the test says so.
  }
  abort() {
    this.aborted = true;
    this.onabort?.();
  }
  answer(status: number, response: unknown) {
    this.status = status;
    this.response = response;
    this.onload?.();
  }
}

let server: FakeServer;

beforeEach(() => {
  FakeUpload.all = [];
  vi.stubGlobal('XMLHttpRequest', FakeUpload);
  URL.createObjectURL = () => 'blob:there';
  URL.revokeObjectURL = () => undefined;
  server = new FakeServer();
  server.addRoom({ readSeq: 2 }, [message(1), message(2)]);
  server.addRoom({ id: '11', name: 'Other' }, []);
  server.rest.set('GET upload', () => ({ maxBytes: 1_000, quotaBytes: 10_000, usedBytes: 0 }));
  server.rest.set('GET media', () => ({}));
  server.routes.set('room.sendMessage', ({ roomId, clientId, mediaId, text }) => {
    const seq = (server.rooms.get(String(roomId))?.messages.length ?? 0) + 1;
    return server.store({
      ...message(seq),
      id: `${String(roomId)}-${seq}`,
      roomId: String(roomId),
      rev: (server.rooms.get(String(roomId))?.facts.lastRev ?? 0) + 1,
      userId: me.id,
      contentType: 'MEDIA',
      text: text as string | undefined,
      media: image(String(mediaId)),
      clientId: String(clientId),
      createdAt: new Date().toISOString(),
    });
  });
});

const choose = (...files: File[]) => fireEvent.change(screen.getByTestId('attach-input'), { target: { files } });
const file = (name: string, size = 10) => new File([new Uint8Array(size)], name, { type: 'image/png' });

describe('files', () => {
  it('uploads with progress, then sends the message, and keeps the place of the image', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    choose(file('a.png'));
    const line = await screen.findByTestId('upload');
    await waitFor(() => expect(FakeUpload.all).toHaveLength(1));
    FakeUpload.all[0]?.upload.onprogress?.({ loaded: 40, total: 100 });
    await waitFor(() => expect(within(line).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40'));
    FakeUpload.all[0]?.answer(201, image('77'));

    const tile = await screen.findByTestId('image');
    expect(tile.style.aspectRatio).toBe('360 / 200');
    expect(screen.queryByTestId('upload')).toBeNull();
    const sent = server.heard.filter(({ route }) => route === 'room.sendMessage');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toMatchObject({ roomId: '10', mediaId: '77' });
    expect(sent[0]?.body.text).toBeUndefined();
  });

  it('UX-28 refuses what is too large before it begins', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    await waitFor(() => {
      choose(file('big.png', 1_001));
      expect(screen.getByText('big.png is too large: at most 1 kB.')).toBeInTheDocument();
    });
    choose(file('small.png'));
    await waitFor(() => expect(FakeUpload.all.length).toBeGreaterThan(0));
    expect(screen.getAllByTestId('upload').at(-1)).toHaveTextContent('small.png');
  });

  it('UX-27 takes several files, and lets each be cancelled or tried again', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    choose(file('a.png'), file('b.png'), file('c.png'));
    await waitFor(() => expect(FakeUpload.all).toHaveLength(2)); // the third waits its turn
    await user.click(screen.getByLabelText('Cancel a.png'));
    expect(FakeUpload.all[0]?.aborted).toBe(true);
    await waitFor(() => expect(FakeUpload.all).toHaveLength(3));

    FakeUpload.all[1]?.answer(422, { code: 'media.image_damaged', retryable: false });
    await screen.findByText('The image is damaged or of a kind that cannot be read.');
    await user.click(screen.getByLabelText('Retry b.png'));
    await waitFor(() => expect(FakeUpload.all).toHaveLength(4));
    const keys = FakeUpload.all.map(({ headers }) => headers['Idempotency-Key']);
    expect(keys[3]).toBe(keys[1]); // so that it is stored once, if only the answer was lost
    expect(new Set(keys).size).toBe(3);
    FakeUpload.all[3]?.answer(200, image('78'));
    expect(await screen.findByTestId('image')).toBeInTheDocument();
    expect(screen.getAllByTestId('upload')).toHaveLength(1);
  });

  it('UX-27 goes on while another room is open', async () => {
    const { user } = renderApp(server, '/rooms/10');
    await composer();
    choose(file('a.png'));
    await waitFor(() => expect(FakeUpload.all).toHaveLength(1));
    await user.click(screen.getAllByText('Other')[0]!);
    await waitFor(() => expect(screen.queryByTestId('upload')).toBeNull());
    FakeUpload.all[0]?.answer(201, image('79'));
    await waitFor(() => expect(server.rooms.get('10')?.messages).toHaveLength(3));
    expect(server.rooms.get('11')?.messages).toHaveLength(0);
  });

  it('UX-27 takes what is dropped', async () => {
    renderApp(server, '/rooms/10');
    await composer();
    const zone = screen.getByTestId('drop-zone');
    const dataTransfer = { types: ['Files'], files: [file('dropped.png')] };
    fireEvent.dragEnter(zone, { dataTransfer });
    expect(screen.getByTestId('drop-here')).toBeInTheDocument();
    fireEvent.drop(zone, { dataTransfer });
    expect(screen.queryByTestId('drop-here')).toBeNull();
    expect(await screen.findByTestId('upload')).toHaveTextContent('dropped.png');
  });

  it('UX-09 takes an image that is pasted, and leaves text alone', async () => {
    renderApp(server, '/rooms/10');
    const input = await composer();
    fireEvent.paste(input, { clipboardData: { files: [file('cells.png')], getData: () => 'some cells' } });
    fireEvent.paste(input, { clipboardData: { files: [file('shot.png')], getData: () => '' } });
    expect(await screen.findByTestId('upload')).toHaveTextContent('shot.png');
  });

  it('UX-28 shows images one after the other', async () => {
    server.store(message(3, { rev: 3, contentType: 'MEDIA', text: undefined, media: image('1') }), true);
    server.store(message(4, { rev: 4, contentType: 'MEDIA', text: 'caption', media: image('2') }), true);
    const { user } = renderApp(server, '/rooms/10');
    const tiles = await screen.findAllByTestId('image');
    await user.click(tiles[0]!);
    const viewer = await screen.findByTestId('viewer');
    expect(viewer).toHaveTextContent('1.png');
    fireEvent.keyDown(viewer, { key: 'ArrowRight' });
    await waitFor(() => expect(screen.getByTestId('viewer')).toHaveTextContent('2.png'));
    fireEvent.keyDown(screen.getByTestId('viewer'), { key: '+' });
    await waitFor(() => expect(screen.getByTestId('viewer').querySelector('[data-zoom="2"]')).not.toBeNull());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('viewer')).toBeNull());
  });

  it('shows other files with name and size', async () => {
    const pdf = { id: '5', url: '/api/media?id=5', mime: 'application/pdf', size: 90_112, fileName: 'minutes.pdf' };
    server.store(message(3, { rev: 3, contentType: 'MEDIA', text: undefined, media: pdf }), true);
    renderApp(server, '/rooms/10');
    const card = await screen.findByTestId('file-card');
    expect(card).toHaveTextContent('minutes.pdf');
    expect(card).toHaveTextContent('90.1 kB');
    expect(within(card).getByTestId('download')).toHaveAccessibleName('Download minutes.pdf');
  });
});
