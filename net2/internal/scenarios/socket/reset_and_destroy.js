// resetAndDestroy sends a RST: the peer gets ECONNRESET, this end closes without an error. (24)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.on('end', () => s('end'));
  peer.on('error', (err) => s('error', err));
  peer.on('close', (hadError) => s('close', hadError));
  peer.once('data', () => c('same socket', client.resetAndDestroy() === client, client.destroyed));
});
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => client.write('hello'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
