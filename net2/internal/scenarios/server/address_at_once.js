// Without a host, address() is valid right after listen(0), before listening. (16)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
s('before', server.address(), server.listening);
server.listen(0, () => {
  s('listening', server.address().port > 0);
  server.close(() => s('close', server.address()));
  s('closed', server.address());
});
s('after listen', server.address().port > 0, server.listening);
