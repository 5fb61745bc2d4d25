// unref on a listening server lets the process end. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  s('listening');
  server.unref();
});
exit(() => s('exit', server.listening));
