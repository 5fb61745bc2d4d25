// A local port in use is error `bind EADDRINUSE`, and close.
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  const number = server.address().port;
  port(number, 'PORT');
  const client = net.connect({ port: number, host: '127.0.0.1', localAddress: '127.0.0.1', localPort: number });
  client.on('connectionAttempt', () => c('attempt'));
  client.on('connect', () => c('connect'));
  client.on('error', (err) => {
    c('error', err);
    c('fields', err.code, err.syscall, err.address, err.port);
  });
  client.on('close', (hadError) => {
    c('close', hadError);
    server.close();
  });
});
