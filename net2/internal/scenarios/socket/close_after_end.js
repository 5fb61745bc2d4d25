// When both ends have ended, each emits end and finish and then close with hadError false. (2)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.on('end', () => s('end'));
  peer.on('finish', () => s('finish'));
  peer.on('close', (hadError) => s('close', hadError));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
  client.resume();
  client.on('finish', () => c('finish'));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
