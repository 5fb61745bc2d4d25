// The default host is the unspecified IPv6 address, which takes IPv4 clients too. (16)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  server.close();
  s('connection', peer.remoteFamily, peer.remoteAddress);
  peer.resume();
});
server.listen(0, () => {
  port(server.address().port, 'PORT');
  const { address, family, port: number } = server.address();
  s('address', address, family, number);
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
});
