// localAddress and localPort choose where a connection comes from.
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const free = net.createServer();
const server = net.createServer((peer) => {
  server.close();
  s('connection', peer.remoteAddress, peer.remotePort);
  peer.resume();
});
free.listen(0, '127.0.0.1', () => {
  const localPort = free.address().port;
  port(localPort, 'LOCAL');
  free.close(() => server.listen(0, '127.0.0.1', () => {
    const number = server.address().port;
    const client = net.connect({ port: number, host: '127.0.0.1', localAddress: '127.0.0.1', localPort }, () => {
      c('connect', client.localAddress, client.localPort);
      client.destroy();
    });
  }));
});
