// ref() undoes unref(): the process lives until close. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  server.unref();
  s('same server', server.ref() === server);
  setTimeout(() => {
    s('still listening', server.listening);
    server.close(() => s('close'));
  }, 30).unref();
});
exit(() => s('exit', server.listening));
