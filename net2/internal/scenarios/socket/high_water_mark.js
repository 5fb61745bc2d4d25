// The high-water marks of a socket are 16 KiB, on accepted ones those of the server's option.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer({ highWaterMark: 1000 }, (peer) => {
  server.close();
  s('marks', peer.readableHighWaterMark, peer.writableHighWaterMark);
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    c('marks', client.readableHighWaterMark, client.writableHighWaterMark);
    client.end();
  });
});
