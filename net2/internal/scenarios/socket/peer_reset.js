// A reset by the peer is error `read ECONNRESET`, then close with hadError true, and no end. (2, 4)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.once('data', () => peer.resetAndDestroy());
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('go'));
  client.on('data', () => c('data'));
  client.on('end', () => c('end'));
  client.on('error', (err) => c('error', err, err.syscall, err.address, err.port));
  client.on('close', (hadError) => c('close', hadError, client.readableEnded, client.errored));
});
