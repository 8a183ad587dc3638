import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionOpened } from '@/api/wire';
import { backoffMs } from '@/realtime/backoff';
import { Connection, type ConnectionReport } from '@/realtime/connection';
import { parseFrames } from '@/realtime/frames';
import { FakeSocket } from '@/testing/fakeSocket';
import { me } from '@/testing/samples';

const opened: SessionOpened = {
  sessionId: 's',
  heartbeatSeconds: 15,
  serverTime: '2026-11-22T12:00:00.000Z',
  user: me,
  rooms: [],
  sync: {},
};

/** A connection to an other end that the test plays. */
function set(answer: (frame: Record<string, unknown>, socket: FakeSocket) => void) {
  const sockets: FakeSocket[] = [];
  const reports: ConnectionReport[] = [];
  const heard: Record<string, unknown>[] = [];
  const pushes: string[] = [];
  const renewToken = vi.fn(() => Promise.resolve(true));
  vi.stubGlobal(
    'WebSocket',
    class extends FakeSocket {
      constructor() {
        super((frame, socket) => {
          heard.push(frame);
          answer(frame, socket);
        });
        sockets.push(this);
        setTimeout(() => this.onopen?.());
      }
    },
  );
  const connection = new Connection({
    url: () => 'ws://here/ws',
    sessionBody: () => ({ token: 'token', rooms: {} }),
    renewToken,
    report: (report) => reports.push(report),
    opened: () => pushes.push('opened'),
    pushed: (route) => pushes.push(route),
  });
  return { connection, sockets, reports, heard, pushes, renewToken };
}

const welcoming = (frame: Record<string, unknown>, socket: FakeSocket) => {
  if (frame.route === 'session.open') {
    socket.deliver({ id: frame.id, body: opened });
  }
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => vi.useRealTimers());

describe('frames', () => {
  it('come several at once, and what cannot be read is left out', () => {
    const frames = parseFrames('{"id":1,"body":{}}\nnonsense\n\n{"route":"heartbeat","body":{}}\n{"id":2,"error":{}}');
    expect(frames.map(({ kind }) => kind)).toEqual(['answer', 'push', 'refusal']);
  });
});

describe('back-off', () => {
  it('doubles from half a second to thirty, with full jitter', () => {
    expect([0, 1, 2, 10].map((attempt) => backoffMs(attempt, () => 1))).toEqual([500, 1000, 2000, 30_000]);
    expect(backoffMs(5, () => 0)).toBe(0);
  });
});

describe('the connection', () => {
  it('opens the session first and is online with its answer', async () => {
    const { connection, heard, reports } = set(welcoming);
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(heard[0]).toMatchObject({ route: 'session.open', body: { token: 'token' } });
    expect(reports.map(({ phase }) => phase)).toEqual(['connecting', 'online']);
  });

  it('takes pushes behind the answer of session.open after it, within one frame', async () => {
    const { connection, pushes } = set((frame, socket) => {
      socket.deliver({ id: frame.id, body: opened }, { route: 'room.message', body: {} });
    });
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(pushes).toEqual(['opened', 'room.message']);
  });

  it('answers the heartbeat', async () => {
    const { connection, sockets, heard } = set(welcoming);
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    sockets[0]?.deliver({ route: 'heartbeat', body: {} });
    await vi.advanceTimersByTimeAsync(10);
    expect(heard.at(-1)).toEqual({ route: 'heartbeat', body: {} });
  });

  it('gives up after two silent heartbeats and tries again by itself', async () => {
    const { connection, sockets, reports } = set(welcoming);
    connection.start();
    await vi.advanceTimersByTimeAsync(30_500);
    expect(reports.at(-1)?.phase).toBe('online');
    await vi.advanceTimersByTimeAsync(600);
    expect(reports.at(-1)?.phase).toBe('waiting');
    await vi.advanceTimersByTimeAsync(600);
    expect(sockets).toHaveLength(2);
    expect(reports.at(-1)?.phase).toBe('online');
  });

  it('waits longer after each failure, and not at all when told to hurry', async () => {
    const { connection, sockets, reports } = set((_, socket) => socket.close(1006));
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(reports.at(-1)?.phase).toBe('waiting');
    expect((reports.at(-1)?.retryAt ?? 0) - Date.now()).toBeGreaterThan(450);
    await vi.advanceTimersByTimeAsync(510);
    expect(sockets).toHaveLength(2);
    connection.retryNow();
    expect(sockets).toHaveLength(3);
  });

  it('comes back when the server said so', async () => {
    const { connection, sockets } = set(welcoming);
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    sockets[0]?.deliver({ route: 'session.closing', body: { reason: 'restart', reconnectAfterMs: 4_000 } });
    sockets[0]?.close(1012);
    await vi.advanceTimersByTimeAsync(3_900);
    expect(sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(sockets).toHaveLength(2);
  });

  it.each([4401, 4403])('asks for a new token after %i', async (code) => {
    const { connection, sockets, renewToken } = set(welcoming);
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    sockets[0]?.close(code);
    await vi.advanceTimersByTimeAsync(10);
    expect(renewToken).toHaveBeenCalledOnce();
    expect(sockets).toHaveLength(2);
  });

  it.each([4400, 4413])('stays away after %i', async (code) => {
    const { connection, sockets, reports } = set(welcoming);
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    sockets[0]?.close(code);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
    expect(reports.at(-1)?.phase).toBe('stopped');
  });

  it('fails a request that nobody answers, and takes the connection for dead', async () => {
    const { connection, reports } = set(welcoming);
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    const answer = connection.request('room.leave', { roomId: '1' }).catch((problem: unknown) => problem);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toMatchObject({ code: 'client.unreachable', retryable: true });
    expect(reports.some(({ phase }) => phase === 'waiting')).toBe(true);
  });

  it('hands refusals on as problems', async () => {
    const { connection } = set((frame, socket) => {
      welcoming(frame, socket);
      if (frame.route === 'room.leave') {
        socket.deliver({ id: frame.id, error: { code: 'room.forbidden', message: 'no', retryable: false } });
      }
    });
    connection.start();
    await vi.advanceTimersByTimeAsync(10);
    const answer = connection.request('room.leave', { roomId: '1' }).catch((problem: unknown) => problem);
    await vi.advanceTimersByTimeAsync(10);
    expect(await answer).toMatchObject({ code: 'room.forbidden' });
  });
});
