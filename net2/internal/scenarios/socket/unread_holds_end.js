// Data that nobody reads holds back end and close, until it is read. (8)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end('unread');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
  const look = () => {
    if (client.readableLength < 6) return setImmediate(look);
    setTimeout(() => {
      c('waited', client.readableLength, client.readableEnded, client.destroyed);
      client.resume();
      c('resumed');
    }, 30);
  };
  client.on('connect', look);
});
