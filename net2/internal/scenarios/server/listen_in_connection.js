// A server can be closed and listen again inside its connection listener; the connection goes on. (15)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
let n = 0;
let clients = 0;
const server = net.createServer((peer) => {
  s('connection', ++n);
  peer.pipe(peer);
  server.close();
  if (n === 1) server.listen(0, '127.0.0.1');
});
server.on('close', () => s('close', server.listening));
server.on('listening', () => {
  s('listening');
  const c = track(`client ${++clients}`);
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end('hello'));
  client.on('data', (chunk) => c('data', chunk));
  client.on('close', (hadError) => c('close', hadError));
});
server.listen(0, '127.0.0.1');
