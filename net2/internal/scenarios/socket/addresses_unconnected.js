// Before connect a socket has no addresses, and address() is empty.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  c('new', client.localAddress, client.localPort, client.remoteAddress, client.remotePort, client.remoteFamily);
  c('address', client.address().address, client.address().family, client.address().port);
  client.connect(server.address().port, '127.0.0.1', () => client.end());
  c('connecting', client.remoteAddress, client.remotePort);
});
