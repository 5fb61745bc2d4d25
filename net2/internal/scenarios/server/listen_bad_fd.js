// A descriptor that is no socket is error EINVAL.
'use strict';
const net = require('net');
const fs = require('fs');
const { track } = require('../transcript.js');

const s = track('server');
const fd = fs.openSync(__filename);
const server = net.createServer();
server.on('error', (err) => {
  s('error', err, err.syscall, server.listening, server.address());
  server.listen(0, '127.0.0.1', () => {
    s('listening');
    server.close();
  });
});
server.listen({ fd }, () => s('listening callback'));
s('listen returned', server.listening);
