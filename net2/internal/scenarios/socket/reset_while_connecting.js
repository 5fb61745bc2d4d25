// resetAndDestroy on a connecting socket waits for the connection. (24)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.on('error', () => {});
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('connect', () => c('connect'));
  client.on('ready', () => c('ready'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
  client.resetAndDestroy();
  c('called', client.connecting, client.destroyed);
});
