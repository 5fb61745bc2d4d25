// A refused connection without an error listener is an uncaught exception; close follows. (29)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
process.on('uncaughtException', (err) => c('uncaught', err));
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  const number = server.address().port;
  port(number, 'PORT');
  server.close(() => {
    const client = net.connect(number, '127.0.0.1');
    client.on('close', (hadError) => c('close', hadError));
  });
});
