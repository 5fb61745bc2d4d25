// An address that is none of this machine's is error EADDRNOTAVAIL. (16)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.on('error', (err) => {
  s('error', err);
  s('fields', err.code, err.syscall, err.address, err.port, server.listening);
});
server.listen({ port: 0, host: '192.0.2.1' }, () => s('listening'));
