// For a name, lookup tells the address before connect. (29)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.end();
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({ port: server.address().port, host: 'localhost', family: 4 });
  client.on('lookup', (err, address, family, host) => c('lookup', err, address, family, host, client.connecting));
  client.on('connect', () => c('connect', client.remoteAddress));
  client.on('close', (hadError) => c('close', hadError));
  client.resume();
});
