// Runs clients of pomelo-client-websocket as a test tells it to: a command in each line of stdin, an event in each line of
// stdout, both with the number of the client.
'use strict';

// The library is made for browsers; without this, parts of it take Node's own paths.
global.window = global;
const Pomelo = require('pomelo-client-websocket');
const readline = require('node:readline');

const HEARTBEAT = 3;
const clients = new Map();

function create(number) {
  const client = new Pomelo();
  const tell = event => process.stdout.write(JSON.stringify({ client: number, ...event }) + '\n');
  client.tell = tell;
  client.on('__CLIENT_ROUTE', (route, body) => tell({ event: 'push', route, body }));
  client.on('onKick', () => tell({ event: 'kick' }));
  client.on('close', ({ code, reason }) => {
    // Ends the library's timers too.
    client.disconnect();
    clients.delete(number);
    tell({ event: 'close', code, reason });
  });
  client.on('error', error => tell({ event: 'error', error: String(error) }));
  client.on('heartbeat timeout', () => tell({ event: 'heartbeat timeout' }));
  // The library keeps the server's heartbeats to itself.
  const processPackage = client.processPackage;
  client.processPackage = function (packet, callback) {
    if (packet.type === HEARTBEAT) {
      tell({ event: 'heartbeat' });
    }
    processPackage.call(this, packet, callback);
  };
  clients.set(number, client);
  return client;
}

const commands = {
  connect({ client, host, port, user }) {
    const created = create(client);
    created.init({ host, port, path: '/ws', user }, () => created.tell({ event: 'connected' }));
  },
  request({ client, n, route, body }) {
    const asking = clients.get(client);
    asking?.request(route, body, answer => asking.tell({ event: 'answer', n, body: answer }));
  },
  notify({ client, route, body }) {
    clients.get(client)?.notify(route, body);
  },
  pause({ client }) {
    clients.get(client)?.socket?._socket?.pause();
  },
  resume({ client }) {
    clients.get(client)?.socket?._socket?.resume();
  },
  cut({ client }) {
    clients.get(client)?.socket?.terminate();
  },
  close({ client }) {
    clients.get(client)?.disconnect();
  },
};

readline.createInterface({ input: process.stdin }).on('line', line => {
  const command = JSON.parse(line);
  commands[command.command](command);
}).on('close', () => process.exit(0));
