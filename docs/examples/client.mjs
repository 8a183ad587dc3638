// A complete client of Parley without any dependency: it misses nothing and sends nothing twice, whatever happens to the
// connection. Node 22 or newer; on Node 20 and 21 add --experimental-websocket:
//
//   node docs/examples/client.mjs http://localhost:8000 <name> <password> <roomId>
//
// prints the room's messages and sends each line of its input. docs/protocol.md explains what happens here.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';

const [server, login, password, roomId] = process.argv.slice(2);
const room = { rev: undefined, messages: new Map(), newest: 0, syncing: false }; // all that has to survive a connection
const LOST = new Error('the connection was lost');
const outbox = new Map(); // clientId -> what was not acknowledged yet, in the order of writing
let token, socket, online, requests, lastId, attempt = 0, restartDelay, heardAt, silence = 30_000;

async function signIn() {
  const answer = await fetch(`${server}/api/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (answer.status === 401) end('the server does not know this name and password');
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  token = (await answer.json()).accessToken;
}

async function connect() {
  try {
    if (!token) await signIn();
  } catch {
    return comeBack(); // the server is away
  }
  const mine = (socket = new WebSocket(`${server.replace(/^http/, 'ws')}/ws`, 'parley.v1'));
  [requests, lastId, heardAt] = [new Map(), 0, Date.now()];
  const lost = code => mine === socket && closed(code); // a connection that was given up says nothing any more
  mine.onopen = () => openSession().catch(() => mine.close()); // a refusal is followed by a close code that says more
  mine.onmessage = event => mine === socket && event.data.split('\n').forEach(line => received(JSON.parse(line)));
  mine.onclose = event => lost(event.code);
  mine.onerror = () => lost(1006);
}

async function openSession() {
  const known = room.rev === undefined ? {} : { [roomId]: { rev: room.rev } };
  const session = await request('session.open', { token, rooms: known });
  [attempt, silence] = [0, session.heartbeatSeconds * 2000];
  if (session.sync[roomId]) await caughtUp(session.sync[roomId]);
  else if (session.rooms.some(({ id }) => id === roomId)) await loadAfresh();
  else end('you are not in this room');
  await sync(); // what was pushed behind the answers
  online = true;
  outbox.forEach(transmit); // again, under the same clientId: what was stored before is recognised
}

function received(frame) {
  heardAt = Date.now();
  if (frame.id) {
    const { resolve, reject } = requests.get(frame.id);
    requests.delete(frame.id);
    frame.error ? reject(frame.error) : resolve(frame.body);
  } else if (frame.route === 'heartbeat') socket.send('{"route":"heartbeat","body":{}}');
  else if (frame.route === 'session.closing') restartDelay = frame.body.reconnectAfterMs;
  else if (frame.route === 'room.message' && frame.body.roomId === roomId) pushed(frame.body);
  else if (frame.route === 'room.removed' && frame.body.roomId === roomId) end('you are not in this room any more');
}

function pushed(message) {
  room.newest = Math.max(room.newest, message.rev);
  if (message.rev === room.rev + 1) apply([message], message.rev);
  else if (message.rev > room.rev) sync().catch(() => {}); // a gap; if the connection breaks, resuming closes it
}

async function sync() {
  if (room.syncing) return;
  room.syncing = true;
  try {
    while (room.rev < room.newest) await caughtUp(await request('room.sync', { roomId, rev: room.rev }));
  } finally {
    room.syncing = false;
  }
}

async function caughtUp(delta) {
  if (delta.reset) await loadAfresh();
  else apply(delta.messages, delta.rev);
}

async function loadAfresh() {
  Object.assign(room, { rev: undefined, newest: 0, messages: new Map() });
  const { messages, rev } = await request('room.open', { roomId });
  apply(messages, rev);
}

function apply(messages, rev) {
  for (const message of messages) {
    const before = room.messages.get(message.seq);
    if (before && before.rev >= message.rev) continue; // seen already
    room.messages.set(message.seq, message);
    const text = message.text ?? JSON.stringify(message.system ?? 'recalled');
    console.log(`${before ? '~' : ''}${message.seq} ${message.userId}: ${text}`);
  }
  room.rev = Math.max(room.rev ?? 0, rev);
}

function request(route, body) {
  return new Promise((resolve, reject) => {
    requests.set(++lastId, { resolve, reject });
    socket.send(JSON.stringify({ id: lastId, route, body }));
  });
}

function transmit(text, clientId) {
  const mine = socket;
  request('room.sendMessage', { roomId, clientId, text }).then(
    () => outbox.delete(clientId),
    error => {
      if (error === LOST) return; // whether it was stored is not known: the next connection sends it again
      if (error.retryable) setTimeout(() => mine === socket && transmit(text, clientId), 1000);
      else if (outbox.delete(clientId)) console.error(`not sent: ${error.message}`);
    },
  );
}

function closed(code) {
  socket = online = undefined;
  requests.forEach(({ reject }) => reject(LOST));
  if ([4400, 4403, 4413].includes(code)) end(`the server ended the connection for good (${code})`);
  if (code === 4401) token = undefined; // too old: sign in again
  comeBack();
}

function comeBack() {
  const delay = restartDelay ?? Math.random() * Math.min(30_000, 500 * 2 ** attempt++);
  restartDelay = undefined;
  console.error(`connecting again in ${Math.round(delay)} ms`);
  setTimeout(connect, delay);
}

function end(reason) {
  console.error(reason);
  process.exit(1);
}

setInterval(() => {
  if (socket && Date.now() - heardAt > silence) {
    socket.close();
    closed(4408);
  }
}, 1000);
createInterface({ input: process.stdin }).on('line', text => {
  const clientId = randomUUID();
  outbox.set(clientId, text);
  if (online) transmit(text, clientId);
});
connect();
