// After close the same path can be listened on again. (33)
'use strict';
const net = require('net');
const { track, socketPath } = require('../transcript.js');

const s = track('server');
const path = socketPath();
const server = net.createServer((peer) => peer.end('hello'));
let lives = 0;
server.on('listening', () => {
  const client = net.connect(path);
  client.on('data', (chunk) => s('data', chunk, ++lives));
  client.on('close', () => server.close());
});
server.on('close', () => {
  s('close');
  if (lives < 2) server.listen(path);
});
server.listen(path);
