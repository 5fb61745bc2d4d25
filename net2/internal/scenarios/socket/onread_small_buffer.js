// What does not fit the onread buffer comes in further calls.
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
  let got = '';
  let most = 0;
  const client = net.connect({
    port: server.address().port,
    host: '127.0.0.1',
    onread: {
      buffer: Buffer.alloc(4),
      callback(n, buf) {
        most = Math.max(most, n);
        got += buf.toString('latin1', 0, n);
      },
    },
  });
  client.on('end', () => c('end', got, most));
});
