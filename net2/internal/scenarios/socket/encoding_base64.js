// setEncoding('base64') keeps back what makes no whole group of three, until the end. (22)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.write('abcd');
  peer.once('data', () => peer.end('ef'.repeat(2)));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.setEncoding('base64');
  client.once('data', () => client.write('more'));
  client.on('data', (text) => c('data', text));
  client.on('end', () => c('end'));
});
