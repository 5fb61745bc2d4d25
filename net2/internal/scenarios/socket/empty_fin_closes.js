// A FIN without data before it ends and closes a socket that has no data listener. (8)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('connect', () => c('connect', client.readableFlowing));
  client.on('end', () => c('end', client.readableFlowing));
  client.on('close', (hadError) => c('close', hadError));
});
