// An onread buffer without room is a read error.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.on('error', () => {});
  peer.write('hello');
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({
    port: server.address().port, host: '127.0.0.1',
    onread: { buffer: Buffer.alloc(0), callback: () => c('read') },
  });
  client.on('error', (err) => c('error', err, err.syscall));
  client.on('close', (hadError) => c('close', hadError));
});
