// A server listens on a path: address() is the path, and the file goes with close. (33)
'use strict';
const net = require('net');
const fs = require('fs');
const { track, socketPath } = require('../transcript.js');

const s = track('server');
const c = track('client');
const path = socketPath();
const server = net.createServer((peer) => {
  s('connection', peer.remoteAddress, peer.remotePort, peer.remoteFamily, peer.localAddress);
  peer.pipe(peer);
  server.close(() => s('close', fs.existsSync(path), server.address()));
});
server.listen(path, () => {
  s('listening', server.address(), fs.existsSync(path));
  const client = net.connect(path, () => {
    c('connect', client.remoteAddress, client.remotePort, client.localAddress, client.address().address);
    client.end('hello');
  });
  client.on('data', (chunk) => c('data', chunk));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
