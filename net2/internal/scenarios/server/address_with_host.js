// With an address as host, address() is null until the next tick: the host is looked up first. (16)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  port(server.address().port, 'PORT');
  const { address, family, port: number } = server.address();
  s('listening', address, family, number);
  server.close();
});
s('after listen', server.address(), server.listening);
