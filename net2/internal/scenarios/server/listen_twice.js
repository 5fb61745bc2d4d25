// listen on a listening server throws ERR_SERVER_ALREADY_LISTEN, and the server goes on. (16)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.on('listening', () => s('listening'));
server.listen(0, () => {
  try {
    server.listen(0);
  } catch (err) {
    s('threw', err.name, err);
  }
  s('state', server.listening);
  server.close(() => s('close'));
});
