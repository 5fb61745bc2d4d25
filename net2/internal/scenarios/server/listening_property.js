// listening is true from listen until close is called. (31)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
s('new', server.listening);
server.on('listening', () => {
  s('listening', server.listening);
  server.close();
  s('close called', server.listening);
});
server.on('close', () => s('close', server.listening));
server.listen(0);
s('listen called', server.listening);
