import { isProblem, unreachable, type Problem } from '@/api/problem';
import type { Notices, Routes, SessionOpened } from '@/api/wire';
import { backoffMs } from '@/realtime/backoff';
import { encodeNotice, encodeRequest, parseFrames, type Frame } from '@/realtime/frames';
import { PendingRequests } from '@/realtime/pending';

export type Phase = 'idle' | 'connecting' | 'online' | 'waiting' | 'stopped';

export interface ConnectionReport {
  phase: Phase;
  /** When the next attempt is due (ms since 1970), while waiting. */
  retryAt?: number;
}

export interface ConnectionHost {
  url: () => string;
  /** What the session is opened with; undefined when nobody is signed in. */
  sessionBody: () => Routes['session.open']['ask'] | undefined;
  /** The token was refused. True: there is a new one, try again at once. */
  renewToken: () => Promise<boolean>;
  report: (report: ConnectionReport) => void;
  opened: (body: SessionOpened) => void;
  pushed: (route: string, body: unknown) => void;
}

export type Route = keyof Routes;

export interface Patience {
  onlineWithin?: number;
  answerWithin?: number;
}

const ANSWER_WITHIN_MS = 10_000;
const CONNECT_WITHIN_MS = 10_000;
const SLACK_MS = 1_000;

const closeCode = { protocol: 4400, unauthenticated: 4401, revoked: 4403, tooLarge: 4413 } as const;

/**
 * The one socket. It opens the session, notices silence, comes back by itself, and knows nothing of rooms: what arrives
 * is handed to its host.
 */
export class Connection {
  #host: ConnectionHost;
  #socket: WebSocket | undefined;
  #requests = new PendingRequests();
  #phase: Phase = 'idle';
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #heartbeatMs = 15_000;
  #reconnectAfterMs: number | undefined;
  /** A new token was fetched since we were last online: another refusal is not about its age. */
  #renewed = false;
  #onOnline = new Set<{ resolve: () => void; reject: (problem: Problem) => void }>();
  /** When anything last came in. */
  lastHeard = 0;

  constructor(host: ConnectionHost) {
    this.#host = host;
  }

  get phase(): Phase {
    return this.#phase;
  }

  start(): void {
    if (this.#phase === 'idle' || this.#phase === 'stopped') {
      this.#attempt = 0;
      this.#connect();
    }
  }

  stop(): void {
    this.#detach(1000);
    this.#enter({ phase: 'idle' });
    this.#takeOnline().forEach(({ reject }) => reject(unreachable));
  }

  retryNow(): void {
    if (this.#phase === 'waiting' || this.#phase === 'stopped') {
      this.#connect();
    }
  }

  /** Gives the present socket up without waiting for a farewell that may never come, and tries again. */
  drop(): void {
    if (this.#phase === 'connecting' || this.#phase === 'online') {
      this.#detach(1000);
      this.#retryLater();
    }
  }

  async request<R extends Route>(route: R, ask: Routes[R]['ask'], { onlineWithin, answerWithin }: Patience = {}) {
    if (this.#phase !== 'online') {
      await this.#online(onlineWithin ?? ANSWER_WITHIN_MS);
    }
    return this.#ask(route, ask, answerWithin);
  }

  /** Said once, never repeated: lost when there is no connection. */
  notify<N extends keyof Notices>(route: N, body: Notices[N]): void {
    if (this.#phase === 'online') {
      this.#socket?.send(encodeNotice(route, body));
    }
  }

  #ask<R extends Route>(route: R, ask: Routes[R]['ask'], timeoutMs = ANSWER_WITHIN_MS): Promise<Routes[R]['answer']> {
    const { id, answer } = this.#requests.add(timeoutMs, () => this.drop());
    this.#socket?.send(encodeRequest(id, route, ask));
    return answer as Promise<Routes[R]['answer']>;
  }

  #online(withinMs: number): Promise<void> {
    return new Promise((resolve, reject: (problem: Problem) => void) => {
      const waiter = { resolve, reject };
      this.#onOnline.add(waiter);
      if (withinMs !== Infinity) {
        setTimeout(() => this.#onOnline.delete(waiter) && reject(unreachable), withinMs);
      }
    });
  }

  #takeOnline() {
    const waiting = [...this.#onOnline];
    this.#onOnline.clear();
    return waiting;
  }

  #connect(): void {
    this.#detach(1000);
    this.#enter({ phase: 'connecting' });
    let socket: WebSocket;
    try {
      socket = new WebSocket(this.#host.url(), 'parley.v1');
    } catch {
      this.#retryLater();
      return;
    }
    this.#socket = socket;
    this.#silence = setTimeout(() => this.drop(), CONNECT_WITHIN_MS);
    socket.onopen = () => void this.#openSession(socket);
    socket.onmessage = ({ data }) => this.#receive(data);
    socket.onclose = ({ code }) => this.#closed(code);
  }

  async #openSession(socket: WebSocket): Promise<void> {
    const body = this.#host.sessionBody();
    if (!body) {
      this.stop();
      return;
    }
    try {
      await this.#ask('session.open', body);
    } catch (problem) {
      if (socket === this.#socket) {
        this.#refused(isProblem(problem) && problem.code.startsWith('auth.'));
      }
    }
  }

  #refused(becauseOfToken: boolean): void {
    this.#detach(1000);
    if (becauseOfToken) {
      void this.#withNewToken();
    } else {
      this.#retryLater();
    }
  }

  async #withNewToken(): Promise<void> {
    this.#enter({ phase: 'connecting' });
    const renewed = await this.#host.renewToken();
    if (this.#phase !== 'connecting' || this.#socket) {
      return; // Stopped, or started anew, in the meantime.
    }
    if (renewed && !this.#renewed) {
      this.#renewed = true;
      this.#connect();
    } else {
      this.#retryLater();
    }
  }

  #receive(data: unknown): void {
    this.lastHeard = Date.now();
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.drop(), 2 * this.#heartbeatMs + SLACK_MS);
    if (typeof data === 'string') {
      parseFrames(data).forEach((frame) => this.#take(frame));
    }
  }

  #take(frame: Frame): void {
    if (frame.kind === 'push') {
      this.#takePush(frame.route, frame.body);
    } else if (frame.kind === 'refusal') {
      this.#requests.settle(frame.id, { error: frame.error });
    } else {
      // The answer to session.open is the only one before we are online. It is taken here and now, not in a promise:
      // pushes that travel in the same frame must find the rooms in place.
      if (this.#phase === 'connecting') {
        this.#sessionOpened(frame.body as SessionOpened);
      }
      this.#requests.settle(frame.id, { body: frame.body });
    }
  }

  #takePush(route: string, body: unknown): void {
    if (route === 'heartbeat') {
      this.notify('heartbeat', {});
    } else {
      if (route === 'session.closing') {
        this.#reconnectAfterMs = (body as { reconnectAfterMs?: number }).reconnectAfterMs;
      }
      this.#host.pushed(route, body);
    }
  }

  #sessionOpened(body: SessionOpened): void {
    this.#attempt = 0;
    this.#renewed = false;
    this.#heartbeatMs = body.heartbeatSeconds * 1000;
    this.#host.opened(body);
    this.#enter({ phase: 'online' });
    this.#takeOnline().forEach(({ resolve }) => resolve());
  }

  #closed(code: number): void {
    this.#detach();
    if (code === closeCode.unauthenticated || code === closeCode.revoked) {
      void this.#withNewToken();
    } else if (code === closeCode.protocol || code === closeCode.tooLarge) {
      this.#enter({ phase: 'stopped' });
    } else {
      this.#retryLater();
    }
  }

  #retryLater(): void {
    const delay = this.#reconnectAfterMs ?? backoffMs(this.#attempt++);
    this.#reconnectAfterMs = undefined;
    this.#enter({ phase: 'waiting', retryAt: Date.now() + delay });
    this.#timer = setTimeout(() => this.#connect(), delay);
  }

  #detach(code?: number): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      if (code !== undefined) {
        socket.close(code);
      }
    }
    this.#requests.abandonAll();
  }

  #enter(report: ConnectionReport): void {
    this.#phase = report.phase;
    this.#host.report(report);
  }
}
