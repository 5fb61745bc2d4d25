// close() without connections emits close on a later tick; the callback gets no error. (15)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.on('close', () => s('close', server.listening));
server.listen(0, '127.0.0.1', () => {
  const same = server.close((err) => s('callback', err));
  s('closed', same === server, server.listening);
  process.nextTick(() => s('tick'));
});
