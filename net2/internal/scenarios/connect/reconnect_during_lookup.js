// destroy and a new connect during lookup: the socket connects to the new address.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.end('hello');
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const lookup = (host, options, callback) => c('asked for', host);
  const client = net.connect({ port: 9, host: 'name.example', family: 4, lookup });
  client.on('connect', () => c('connect', client.remoteAddress));
  client.on('data', (chunk) => c('data', chunk));
  client.on('close', (hadError) => {
    c('close', hadError);
    if (client.bytesRead === 0) client.connect(server.address().port, '127.0.0.1');
  });
  client.destroy();
});
