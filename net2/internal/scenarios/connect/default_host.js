// Without a host the machine itself is meant.
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.end('hello');
  peer.resume();
});
server.listen(0, () => {
  port(server.address().port, 'PORT');
  const client = net.connect(server.address().port, () => c('connect', client.remotePort));
  client.on('data', (chunk) => c('data', chunk));
  client.on('close', (hadError) => c('close', hadError));
});
