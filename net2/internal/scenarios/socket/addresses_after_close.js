// After close the local address is gone; the remote one stays known when it was asked for before.
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.on('close', () => s('closed', peer.remoteAddress, peer.remotePort, peer.localAddress, peer.localPort));
});
server.listen(0, '127.0.0.1', () => {
  port(server.address().port, 'SERVER');
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    c('open', client.remoteAddress, client.remotePort);
    client.end();
  });
  client.resume();
  client.on('close', () => {
    c('closed', client.localAddress, client.localPort, client.remoteAddress, client.remotePort);
    c('address', client.address().address);
  });
});
