// EADDRINUSE without an error listener is an uncaught exception. (16)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const s = track('server');
const first = net.createServer();
process.on('uncaughtException', (err) => {
  s('uncaught', err);
  first.close();
});
first.listen(0, '127.0.0.1', () => {
  port(first.address().port, 'PORT');
  net.createServer().listen(first.address().port, '127.0.0.1');
});
