// pipe emits pipe on the destination, unpipe at the end of the source, and ends the destination. (27)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  peer.on('pipe', (source) => s('pipe', source === peer));
  peer.on('unpipe', (source) => s('unpipe', source === peer));
  peer.on('end', () => s('end', peer.writableEnded));
  peer.on('finish', () => s('finish'));
  peer.pipe(peer);
  server.close();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end('x'));
  client.resume();
  client.on('close', (hadError) => c('close', hadError));
});
