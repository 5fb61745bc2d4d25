// Connections are handed out in the order in which they were made.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  peer.once('data', (chunk) => {
    s('connection of', chunk);
    peer.end();
  });
});
server.listen(0, '127.0.0.1', () => {
  const connect = (n) => {
    if (n > 4) return server.close(() => s('close'));
    const client = net.connect(server.address().port, '127.0.0.1', () => client.write(`client ${n}`));
    client.resume();
    client.on('close', () => connect(n + 1));
  };
  connect(1);
});
