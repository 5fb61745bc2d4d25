// A closed server can listen again; the callback of the first listen is not called again. (16)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
let lives = 0;
server.on('listening', () => {
  s('listening', ++lives, server.listening);
  server.close();
});
server.on('close', () => {
  s('close', server.listening);
  if (lives === 1) server.listen(0, '127.0.0.1', () => s('second callback'));
});
server.listen(0, '127.0.0.1', () => s('first callback'));
