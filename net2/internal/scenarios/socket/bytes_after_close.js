// bytesRead and bytesWritten survive close. (23)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.pipe(peer);
  peer.on('close', () => s('close', peer.bytesRead, peer.bytesWritten));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end('hello'));
  client.resume();
  client.on('end', () => c('end', client.bytesRead, client.bytesWritten));
  client.on('close', () => c('close', client.bytesRead, client.bytesWritten));
});
