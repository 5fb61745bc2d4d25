// The server's close does not wait for the close event of a destroyed socket, only for destroy. (15)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  peer.on('close', () => s('peer close'));
  server.close(() => s('close'));
  peer.destroy();
  s('destroyed');
  process.nextTick(() => s('tick'));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.resume();
});
