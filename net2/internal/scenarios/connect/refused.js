// A refused port is one error with code, syscall, address and port, and then close with hadError true. (29)
'use strict';
const net = require('net');
const os = require('os');
const { track, port } = require('../transcript.js');

const c = track('client');
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  const number = server.address().port;
  port(number, 'PORT');
  server.close(() => {
    const client = net.connect(number, '127.0.0.1', () => c('callback'));
    client.on('connect', () => c('connect'));
    client.on('ready', () => c('ready'));
    client.on('end', () => c('end'));
    client.on('error', (err) => {
      c('error', err);
      c('fields', err.code, err.syscall, err.address, err.port);
      c('errno is negative', -err.errno === os.constants.errno.ECONNREFUSED);
      c('state', client.connecting, client.destroyed, client.readyState);
    });
    client.on('close', (hadError) => c('close', hadError));
  });
});
