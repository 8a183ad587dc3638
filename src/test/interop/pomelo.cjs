// Runs pomelo-client-websocket as a test tells it to: a command in each line of stdin, an event in each line of stdout.
'use strict';

// The library is made for browsers; without this, parts of it take Node's own paths.
global.window = global;
const Pomelo = require('pomelo-client-websocket');
const readline = require('node:readline');

const client = new Pomelo();
const tell = event => process.stdout.write(JSON.stringify(event) + '\n');

client.on('__CLIENT_ROUTE', (route, body) => tell({ event: 'push', route, body }));
client.on('onKick', () => tell({ event: 'kick' }));
client.on('close', () => tell({ event: 'close' }));
client.on('error', error => tell({ event: 'error', error: String(error) }));
client.on('heartbeat timeout', () => tell({ event: 'heartbeat timeout' }));

const commands = {
  connect({ host, port, user }) {
    client.init({ host, port, path: '/ws', user }, () => tell({ event: 'connected' }));
  },
  request({ n, route, body }) {
    client.request(route, body, answer => tell({ event: 'answer', n, body: answer }));
  },
  notify({ route, body }) {
    client.notify(route, body);
  },
};

readline.createInterface({ input: process.stdin }).on('line', line => {
  const command = JSON.parse(line);
  commands[command.command](command);
}).on('close', () => process.exit(0));
