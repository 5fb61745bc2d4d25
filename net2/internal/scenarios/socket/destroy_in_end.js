// destroy inside the end listener: close, and no finish. (6)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end('hello');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.resume();
  client.on('end', () => {
    c('end');
    client.destroy();
  });
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError, client.readableEnded, client.writableEnded));
});
