// An onread callback that returns false stops reading until resume.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end('0123456789');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({
    port: server.address().port,
    host: '127.0.0.1',
    onread: {
      buffer: Buffer.alloc(4),
      callback(n, buf) {
        c('read', n, buf.subarray(0, n));
        setTimeout(() => {
          c('resume', client.bytesRead);
          client.resume();
        }, 20);
        return false;
      },
    },
  });
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
