// destroy inside a data listener is the last of the data, however much is on its way.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.on('error', () => {});
  const more = () => {
    while (!peer.destroyed && peer.write(Buffer.alloc(65536)));
  };
  peer.on('drain', more);
  more();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('data', (chunk) => {
    c('data', chunk.length > 0);
    client.destroy();
  });
  client.on('close', (hadError) => c('close', hadError));
});
