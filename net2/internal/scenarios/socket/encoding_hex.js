// setEncoding('hex') applies to what was buffered before it. (22)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end(Buffer.from([0, 1, 0xfe, 0xff]));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  const look = () => {
    if (client.readableLength < 4) return setImmediate(look);
    client.setEncoding('hex');
    c('buffered', client.readableLength);
    client.on('data', (text) => c('data', text));
  };
  client.on('connect', look);
  client.on('end', () => c('end'));
});
