// A large write on a connecting socket returns false, and drain follows the connection.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => c('connect'));
  c('write returned', client.write(Buffer.alloc(100000)), client.writableNeedDrain, client.writableLength);
  client.on('drain', () => {
    c('drain', client.writableLength);
    client.end();
  });
  client.on('close', (hadError) => c('close', hadError, client.bytesWritten));
});
