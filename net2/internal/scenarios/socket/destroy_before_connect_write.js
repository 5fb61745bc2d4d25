// The callback of a write that waited for the connection tells that the socket closed before it. (13)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer(() => c('connection'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.write('first', (err) => c('first written', err));
  client.write('second', (err) => c('second written', err));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => {
    c('close', hadError, client.bytesWritten);
    server.close();
  });
  client.destroy();
});
