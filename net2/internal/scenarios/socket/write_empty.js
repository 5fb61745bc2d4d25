// An empty write is a write: it calls back, and nothing arrives.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.on('data', (chunk) => s('data', chunk));
  peer.on('end', () => s('end', peer.bytesRead));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    c('write returned', client.write('', (err) => c('empty string', err)));
    c('write returned', client.write(Buffer.alloc(0), (err) => c('empty bytes', err)));
    client.end((err) => c('ended', err, client.bytesWritten));
  });
});
