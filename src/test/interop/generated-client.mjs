// Makes a client out of our OpenAPI document with a public generator, and calls every operation of a running server with
// it. The generated code checks each request and each answer against the document. Arguments: the server, a folder to
// write to. Tells what it does in lines of JSON; waits on stdin where only an operator of the server can go on.
import { createClient as generate } from '@hey-api/openapi-ts';
import { build } from 'esbuild';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [server, folder] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const tell = event => process.stdout.write(JSON.stringify(event) + '\n');
const operator = readline.createInterface({ input: process.stdin });

async function client() {
  await generate({
    input: path.resolve(here, '../../../frontend/openapi/openapi.json'),
    output: { path: path.join(folder, 'source'), clean: true },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', 'zod', { name: '@hey-api/sdk', validator: true }],
    logs: { level: 'silent', file: false },
  });
  const bundle = path.join(folder, 'client.mjs');
  await build({
    entryPoints: { client: path.join(folder, 'source/sdk.gen.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    nodePaths: [path.join(here, 'node_modules')],
    logLevel: 'error',
  });
  const { createClient } = await transport();
  return { operations: await import(pathToFileURL(bundle)), createClient };
}

async function transport() {
  const bundle = path.join(folder, 'transport.mjs');
  await build({
    entryPoints: [path.join(folder, 'source/client/index.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return import(pathToFileURL(bundle));
}

const { operations, createClient } = await client();
tell({ event: 'generated', operations: Object.keys(operations).sort() });

const called = new Set();

/** Somebody with the generated client in their hands: a method for each operation. */
function person() {
  const own = createClient({ baseUrl: server, auth: () => self.token });
  const self = { token: undefined, id: undefined, cookie: undefined };
  const call = name => async (options = {}) => {
    const { data, error, response } = await operations[name]({ client: own, ...options });
    if (error !== undefined || !response?.ok) {
      throw new Error(`${name} ${response?.status}: ${error?.stack ?? JSON.stringify(error)}`);
    }
    called.add(name);
    self.cookie = response.headers.getSetCookie?.()[0]?.split(';')[0] ?? self.cookie;
    return data;
  };
  return new Proxy(self, { get: (target, name) => (name in operations ? call(name) : target[name]) });
}

async function register() {
  const self = person();
  const username = 'user_' + randomUUID().replaceAll('-', '').slice(0, 20);
  const password = 'correct horse battery';
  const session = await self.register({ body: { username, email: `${username}@example.com`, password } });
  return Object.assign(self, { token: session.accessToken, id: session.user.id, username, password });
}

function expect(what, holds) {
  if (!holds) {
    throw new Error('expected: ' + what);
  }
}

/** The smallest PNG there is. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const [ann, bob, eve, admin] = await Promise.all([register(), register(), register(), register()]);

// Accounts
const again = await ann.login({ body: { login: ann.username, password: ann.password } });
ann.token = again.accessToken;
const renewed = await ann.renewToken({ headers: { Cookie: ann.cookie } });
ann.token = renewed.accessToken;
await ann.changeUserInfo({ body: { displayName: 'Ann 安', bio: 'Gardens', locale: 'zh' } });
expect('the changed name', (await ann.getUserInfo()).displayName === 'Ann 安');
const sessions = (await ann.listSessions()).items;
expect('both sessions', sessions.length === 2);
await ann.revokeSession({ query: { id: sessions.find(session => !session.current).id } });
expect('my own data', (await ann.exportMyData()) !== undefined);

// People
expect('bob by name', (await ann.findUsers({ query: { q: bob.username } })).items[0].id === bob.id);
expect('bob by id', (await ann.findUsers({ query: { id: bob.id } })).username === bob.username);
await ann.askFriend({ body: { userId: bob.id, note: 'Hello' } });
await bob.askFriend({ body: { userId: ann.id } });
expect('one friend', (await ann.listFriends({ query: { state: 'accepted' } })).items.length === 1);
await ann.getLastSeen({ query: { userId: [bob.id] } });
await ann.endFriendship({ query: { userId: bob.id } });
await ann.blockUser({ body: { userId: eve.id } });
expect('one block', (await ann.listBlocks()).items.length === 1);
await ann.liftBlock({ query: { userId: eve.id } });

// Rooms
const room = await ann.createRoom({ body: { name: 'Garden', joinPolicy: 'open' }, headers: { 'Idempotency-Key': randomUUID() } });
const id = room.id;
await bob.joinRoom({ body: { id } });
const invitation = await ann.createInvitation({ body: { roomId: id, uses: 3 } });
expect('the invitation', (await ann.getInvitations({ query: { roomId: id } })).items.length === 1);
expect('the room behind it', (await eve.getInvitations({ query: { code: invitation.code } })).room !== undefined);
await eve.joinRoom({ body: { invitation: invitation.code } });
await ann.revokeInvitation({ query: { code: invitation.code } });
await ann.changeRoom({ body: { id, topic: 'Flowers', writePolicy: 'everyone' } });
expect('the topic', (await bob.getRooms({ query: { id } })).topic === 'Flowers');
expect('my rooms', (await bob.getRooms()).items.some(mine => mine.id === id));
expect('open rooms', (await bob.getRooms({ query: { discover: true, q: 'Garden' } })).items.length > 0);
await bob.changeNotify({ body: { roomId: id, notifyLevel: 'mentions' } });
await ann.changeRole({ body: { roomId: id, userId: bob.id, role: 'admin' } });
expect('three members', (await bob.listMembers({ query: { roomId: id } })).items.length === 3);
await ann.removeMember({ query: { roomId: id, userId: eve.id } });
await ann.addMembers({ body: { roomId: id, userIds: [eve.id] } });
await ann.banMember({ body: { roomId: id, userId: eve.id, reason: 'Spam' } });
expect('one ban', (await ann.listBans({ query: { roomId: id } })).items.length === 1);
await ann.liftBan({ query: { roomId: id, userId: eve.id } });

// Messages and files
expect('limits', (await ann.getUploadLimits()).maxBytes > 0);
// The generated type of a file is Blob; the generated check knows strings only.
const unchecked = { requestValidator: undefined };
const pixels = { ...unchecked, headers: { 'Idempotency-Key': 'pixel' }, body: { file: new File([pixel], 'pixel.png', { type: 'image/png' }) } };
const file = await ann.upload(pixels);
expect('an image', file.mime === 'image/png' && file.width === 1);
expect('the same image, when it is uploaded again', (await ann.upload(pixels)).id === file.id);
const picture = await ann.sendMessage({ body: { roomId: id, clientId: randomUUID(), mediaId: file.id, text: 'Look' } });
expect('the media in the message', picture.media.id === file.id);
const bytes = await bob.getMedia({ query: { id: file.id }, parseAs: 'blob' });
expect('the bytes of the image', bytes.size > 0 && bytes.type === 'image/png');
const link = await bob.createMediaLink({ body: { id: file.id } });
expect('a link without a token', (await fetch(server + link.url)).ok);
expect('a picture of bob', (await eve.getUserImage({ query: { id: bob.id }, parseAs: 'blob' })).size > 0);
const said = await bob.sendMessage({ body: { roomId: id, clientId: randomUUID(), text: 'Good mroning', replySeq: picture.seq } });
const place = { roomId: id, seq: said.seq };
await bob.editMessage({ body: { ...place, text: 'Good morning' } });
expect('the former version', (await ann.getMessageVersions({ query: place })).versions.length > 0);
let found = [];
for (let tries = 0; tries < 100 && found.length === 0; tries++) {
  await new Promise(resolve => setTimeout(resolve, 100));
  found = (await ann.searchMessages({ query: { q: 'morning', roomId: id } })).items;
}
expect('the found message', found.length === 1 && found[0].message.seq === said.seq && found[0].highlights[0].start === 5);
await ann.addReaction({ body: { ...place, emoji: '👍' } });
await ann.removeReaction({ query: { ...place, emoji: '👍' } });
await ann.pinMessage({ body: place });
expect('one pin', (await bob.getPinnedMessages({ query: { roomId: id } })).messages.length === 1);
await ann.unpinMessage({ query: place });
await ann.markRead({ body: place });
await bob.recallMessage({ query: place });
const page = await ann.getMessages({ query: { roomId: id, limit: 100 } });
expect('the recalled message', page.messages.some(message => message.seq === said.seq && message.contentType === 'RECALLED'));
expect('an export', (await ann.exportRoom({ query: { id } })) !== undefined);

// Ends
await eve.joinRoom({ body: { id } });
await eve.leaveRoom({ body: { id } });
await ann.handOverRoom({ body: { roomId: id, userId: bob.id } });
await bob.deleteRoom({ query: { id } });
tell({ event: 'promote', user: admin.id });
await once(operator, 'line');
await admin.disableUser({ body: { userId: eve.id } });
await admin.enableUser({ body: { userId: eve.id } });
await bob.deleteAccount({ body: { currentPassword: bob.password } });
await ann.logout();

tell({ event: 'done', called: [...called].sort() });
operator.close();
