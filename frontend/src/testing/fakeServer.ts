import { vi } from 'vitest';
import type { Member, Message, PresenceState, Pushes, Room, SessionOpened, SyncAnswer, User } from '@/api/wire';
import { FakeSocket } from '@/testing/fakeSocket';
import { account, anna, me, member, room } from '@/testing/samples';

type Body = Record<string, unknown>;
type Handler = (body: Body) => unknown;

interface FakeRoom {
  facts: Room;
  members: Member[];
  messages: Message[];
}

/**
 * A server in memory that speaks the contract: REST by replacing `fetch`, the socket by replacing `WebSocket`.
 * What it does can be bent for one test by putting another handler in place.
 */
export class FakeServer {
  users: User[] = [me, anna];
  /** Who is not offline. */
  presence = new Map<string, PresenceState>();
  rooms = new Map<string, FakeRoom>();
  /** Whether the cookie is good. */
  signedIn = true;
  /** Whether sockets can be opened. */
  reachable = true;
  sockets: FakeSocket[] = [];
  /** Everything the socket was asked or told, in order. */
  heard: { route: string; body: Body }[] = [];
  routes = new Map<string, Handler>();
  rest = new Map<string, Handler>();

  constructor() {
    this.#addRoutes();
    this.#addRest();
  }

  install(): void {
    vi.stubGlobal('WebSocket', this.#socketClass());
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => this.#answer(input, init));
  }

  addRoom(facts: Partial<Room> = {}, messages: Message[] = []): FakeRoom {
    const last = messages.at(-1);
    const made = {
      facts: room({
        lastSeq: last?.seq ?? 0,
        lastRev: Math.max(0, ...messages.map(({ rev }) => rev)),
        lastMessage: last,
        ...facts,
      }),
      members: [member(anna, 'creator'), member(me)],
      messages,
    };
    this.rooms.set(made.facts.id, made);
    return made;
  }

  /** Stores a message or a change of one; who is connected hears of it unless `silently`. */
  store(message: Message, silently = false): Message {
    const { facts, messages } = this.#room(message.roomId);
    const index = messages.findIndex(({ seq }) => seq === message.seq);
    messages.splice(index < 0 ? messages.length : index, index < 0 ? 0 : 1, message);
    Object.assign(facts, { lastSeq: messages.length, lastRev: message.rev, lastMessage: messages.at(-1) });
    if (!silently) {
      this.push('room.message', message);
    }
    return message;
  }

  /** Changes a stored message. */
  change(roomId: unknown, seq: unknown, change: Partial<Message>): Message {
    const { facts, messages } = this.#room(roomId);
    return this.store({ ...messages[Number(seq) - 1]!, ...change, rev: facts.lastRev + 1 });
  }

  push<R extends keyof Pushes>(route: R, body: Pushes[R]): void {
    this.sockets.filter(({ closed }) => !closed).forEach((socket) => socket.deliver({ route, body }));
  }

  /** Cuts every connection. */
  cut(code = 1006): void {
    this.sockets.forEach((socket) => socket.close(code));
  }

  asked(route: string): Body[] {
    return this.heard.filter((one) => one.route === route).map(({ body }) => body);
  }

  #room(id: unknown): FakeRoom {
    const found = this.rooms.get(String(id));
    if (!found) {
      throw { code: 'room.not_found', message: 'No such room', retryable: false };
    }
    return found;
  }

  #socketClass() {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the class below has a `this` of its own
    const server = this;
    return class extends FakeSocket {
      constructor() {
        super((frame, socket) => server.#receive(frame, socket));
        setTimeout(() => {
          if (server.reachable) {
            server.sockets.push(this);
            this.onopen?.();
          } else {
            this.close(1006);
          }
        });
      }
    };
  }

  #receive({ id, route, body }: Record<string, unknown>, socket: FakeSocket): void {
    this.heard.push({ route: String(route), body: body as Body });
    try {
      const answer = this.routes.get(String(route))?.(body as Body);
      if (id !== undefined && answer !== undefined) {
        socket.deliver({ id, body: answer });
      }
    } catch (error) {
      socket.deliver({ id, error });
    }
  }

  #addRoutes(): void {
    const page = (messages: Message[], limit: unknown) => ({
      messages: messages.slice(-Number(limit ?? 50)),
      hasMore: messages.length > Number(limit ?? 50),
    });
    this.routes
      .set('session.open', ({ rooms = {} }): SessionOpened => ({
        sessionId: 's',
        heartbeatSeconds: 15,
        serverTime: new Date().toISOString(),
        user: me,
        rooms: [...this.rooms.values()].map(({ facts }) => facts),
        sync: Object.fromEntries(
          Object.entries(rooms as Record<string, { rev: number }>).map(([id, { rev }]) => [id, this.#sync(id, rev)]),
        ),
      }))
      .set('session.refresh', () => ({ expiresAt: new Date().toISOString() }))
      .set('presence.watch', ({ userIds }) =>
        Object.fromEntries((userIds as string[]).map((id) => [id, this.presence.get(id) ?? 'offline'])),
      )
      .set('room.open', ({ roomId, limit }) => {
        const { facts, members, messages } = this.#room(roomId);
        return { room: facts, members, readSeqs: {}, rev: facts.lastRev, ...page(messages, limit) };
      })
      .set('room.history', ({ roomId, before, after, around, seqs, limit }) => {
        const { messages } = this.#room(roomId);
        const most = Number(limit ?? 50);
        if (Array.isArray(seqs)) {
          return { messages: messages.filter(({ seq }) => seqs.includes(seq)), hasMore: false };
        }
        if (before !== undefined) {
          return page(
            messages.filter(({ seq }) => seq < Number(before)),
            limit,
          );
        }
        const from = after === undefined ? Number(around) - most / 2 : Number(after) + 1;
        const found = messages.filter(({ seq }) => seq >= from).slice(0, most);
        return { messages: found, hasMore: found.length < messages.length };
      })
      .set('room.sync', ({ roomId, rev }) => this.#sync(roomId, Number(rev)))
      .set('room.sendMessage', ({ roomId, clientId, text, replySeq }) =>
        this.#send(String(roomId), String(clientId), String(text), replySeq as number | undefined),
      )
      .set('room.editMessage', ({ roomId, seq, text }) =>
        this.change(roomId, seq, { text: String(text), editedAt: new Date().toISOString() }),
      )
      .set('room.react', ({ roomId, seq, emoji, on }) => {
        const { reactions = [] } = this.#room(roomId).messages[Number(seq) - 1]!;
        const others = reactions.map((one) =>
          one.emoji === emoji ? { ...one, userIds: one.userIds.filter((id) => id !== me.id) } : one,
        );
        const known = others.find((one) => one.emoji === emoji) ?? { emoji: String(emoji), userIds: [] };
        const changed = { ...known, userIds: on ? [...known.userIds, me.id] : known.userIds };
        const all = [...others.filter((one) => one.emoji !== emoji), changed].filter((one) => one.userIds.length > 0);
        return this.change(roomId, seq, { reactions: all.length > 0 ? all : undefined });
      })
      .set('room.pin', ({ roomId, seq, on }) =>
        this.change(roomId, seq, { pin: on ? { by: me.id, at: new Date().toISOString() } : undefined }),
      )
      .set('room.recallMessage', ({ roomId, seq }) => {
        const { facts, messages } = this.#room(roomId);
        const { text: _, ...rest } = messages[Number(seq) - 1]!;
        const recall = { by: me.id, at: new Date().toISOString() };
        return this.store({ ...rest, contentType: 'RECALLED', recall, rev: facts.lastRev + 1 });
      })
      .set('room.read', ({ roomId, seq }) => ({ roomId, userId: me.id, seq }));
  }

  #sync(roomId: unknown, rev: number): SyncAnswer {
    const { facts, messages } = this.#room(roomId);
    const changed = messages.filter((one) => one.rev > rev).sort((a, b) => a.rev - b.rev);
    return changed.length > 500 ? { reset: true, rev: facts.lastRev } : { messages: changed, rev: facts.lastRev };
  }

  #send(roomId: string, clientId: string, text: string, replySeq?: number) {
    const { facts, messages } = this.#room(roomId);
    const known = messages.find((one) => one.clientId === clientId);
    if (known) {
      return { ...known, duplicate: true };
    }
    const seq = messages.length + 1;
    return this.store({
      id: `${roomId}-${seq}`,
      roomId,
      seq,
      rev: facts.lastRev + 1,
      userId: me.id,
      contentType: 'TEXT',
      text,
      replySeq,
      clientId,
      createdAt: new Date().toISOString(),
    });
  }

  #addRest(): void {
    const enter = () => {
      this.signedIn = true;
      return { accessToken: 'token', expiresAt: new Date(Date.now() + 900_000).toISOString(), user: account(me) };
    };
    this.rest
      .set('POST token', () => {
        if (!this.signedIn) {
          throw { status: 401, code: 'auth.unauthenticated' };
        }
        return enter();
      })
      .set('POST login', enter)
      .set('POST register', enter)
      .set('POST logout', () => {
        this.signedIn = false;
        return undefined;
      })
      .set('GET userInfo', () => account(me))
      .set('GET user', ({ id, q }) =>
        q === undefined
          ? this.users.find((one) => one.id === id)
          : { items: this.users.filter(({ username }) => username.includes(q as string)) },
      )
      .set('GET friend', () => ({ items: [] }))
      .set('GET room/pin', ({ roomId }) => ({
        messages: this.#room(roomId).messages.filter(({ pin }) => pin !== undefined),
      }))
      .set('GET block', () => ({ items: [] }))
      .set('GET session', () => ({ items: [] }))
      .set('GET lastSeen', () => ({ items: [] }))
      .set('GET room/member', ({ roomId }) => ({ items: this.#room(roomId).members }));
  }

  async #answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const body = text === '' ? Object.fromEntries(url.searchParams) : (JSON.parse(text) as Body);
    const handler = this.rest.get(`${request.method} ${url.pathname.replace('/api/', '')}`);
    try {
      if (!handler) {
        throw { status: 404, code: 'request.not_found' };
      }
      const answer = handler(body);
      if (answer instanceof Response) {
        return answer;
      }
      return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
    } catch (problem) {
      return Response.json(problem, { status: (problem as { status?: number }).status ?? 500 });
    }
  }
}
