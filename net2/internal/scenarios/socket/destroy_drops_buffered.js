// destroy drops what was read and not yet handed out: no data, no end. (3)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.end('hello');
  peer.on('error', () => {});
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError, client.bytesRead));
  const look = () => {
    if (client.readableLength < 5) return setImmediate(look);
    c('buffered', client.readableLength);
    client.destroy();
    client.on('data', () => c('data'));
  };
  client.on('connect', look);
});
