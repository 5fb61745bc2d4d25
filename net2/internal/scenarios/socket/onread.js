// With onread the bytes go to the caller's buffer and callback; no data is emitted.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.write('hello');
  peer.once('data', () => peer.end('world'));
});
const buffer = Buffer.alloc(16);
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({
    port: server.address().port,
    host: '127.0.0.1',
    onread: {
      buffer,
      callback(n, buf) {
        c('read', n, buf === buffer, buf.subarray(0, n));
        client.write('more');
      },
    },
  });
  client.on('data', (chunk) => c('data', chunk));
  client.on('end', () => c('end', client.bytesRead));
  client.on('close', (hadError) => c('close', hadError));
});
