// The host of listen can be a name.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  server.close();
  s('connection', peer.localAddress === server.host);
  peer.end('hello');
});
server.listen({ port: 0, host: 'localhost' }, () => {
  const { address, port: number } = server.address();
  server.host = address;
  s('listening', ['127.0.0.1', '::1'].includes(address));
  const client = net.connect(number, address);
  client.on('data', (chunk) => s('data', chunk));
});
