// A local destroy emits close later, never end; readableEnded and writableEnded stay false. (3)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.write('hello');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('data', (chunk) => {
    c('data', chunk);
    client.destroy();
    c('destroy returned', client.readable, client.writable);
    process.nextTick(() => c('tick'));
  });
  client.on('end', () => c('end'));
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => {
    c('close', hadError, client.readableEnded, client.writableEnded, client.writableFinished);
  });
});
