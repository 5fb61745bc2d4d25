// Both ends tell the same addresses, and address() is the local one.
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  port(peer.localPort, 'SERVER');
  port(peer.remotePort, 'CLIENT');
  s('local', peer.localAddress, peer.localPort, peer.localFamily);
  s('remote', peer.remoteAddress, peer.remotePort, peer.remoteFamily);
  const { address, family, port: number } = peer.address();
  s('address', address, family, number);
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    c('local', client.localAddress, client.localPort, client.localFamily);
    c('remote', client.remoteAddress, client.remotePort, client.remoteFamily);
    const { address, family, port: number } = client.address();
    c('address', address, family, number);
    client.end();
  });
});
