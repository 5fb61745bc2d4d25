// destroy inside the connect listener: ready is still emitted, then close. (13)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.destroy());
  client.on('connect', () => c('connect', client.destroyed));
  client.on('ready', () => c('ready', client.destroyed));
  client.on('close', (hadError) => c('close', hadError));
});
