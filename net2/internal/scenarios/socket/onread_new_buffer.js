// An onread buffer that is a function is asked before the first read and after each.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.write('hello');
  peer.once('data', () => peer.end('world'));
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  let made = 0;
  const client = net.connect({
    port: server.address().port, host: '127.0.0.1',
    onread: {
      buffer() {
        c('buffer', ++made);
        return Buffer.alloc(made === 2 ? 3 : 8, '.');
      },
      callback(n, buffer) {
        c('read', n, buffer.toString());
        if (made === 1) client.write('more');
        return true;
      },
    },
  });
  client.on('connect', () => c('connect'));
  client.on('data', () => c('data'));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
