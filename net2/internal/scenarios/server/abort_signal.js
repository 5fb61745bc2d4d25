// An aborted signal closes the server.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const controller = new AbortController();
const server = net.createServer();
server.on('error', (err) => s('error', err));
server.on('close', () => s('close', server.listening));
server.listen({ port: 0, signal: controller.signal }, () => {
  s('listening');
  controller.abort();
});
