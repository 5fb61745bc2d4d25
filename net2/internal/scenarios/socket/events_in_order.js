// The events of a short life: lookup is skipped for an address, and each event comes once.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const names = ['lookup', 'connect', 'ready', 'data', 'drain', 'end', 'finish', 'timeout', 'error', 'close'];
const watch = (socket, log) => {
  for (const name of names) socket.on(name, () => log(name));
};
const server = net.createServer((peer) => {
  server.close();
  watch(peer, s);
  peer.once('data', () => peer.end('answer'));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('question'));
  watch(client, c);
});
