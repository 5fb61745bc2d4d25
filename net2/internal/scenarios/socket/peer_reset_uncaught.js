// A reset that no error listener takes is an uncaught exception; close follows all the same. (4)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
process.on('uncaughtException', (err) => c('uncaught', err));
const server = net.createServer((peer) => {
  server.close();
  peer.once('data', () => peer.resetAndDestroy());
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('go'));
  client.resume();
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
