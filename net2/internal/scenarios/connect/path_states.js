// A connection to a path is in no hurry: connecting until connect, which comes after connect() has returned. (32)
'use strict';
const net = require('net');
const { track, socketPath } = require('../transcript.js');

const c = track('client');
const path = socketPath();
const server = net.createServer((peer) => {
  server.close();
  peer.end('hello');
  peer.resume();
});
server.listen(path, () => {
  const client = net.connect({ path });
  c('connecting', client.connecting, client.pending, client.readyState);
  client.on('connect', () => c('connect', client.connecting, client.pending, client.readyState));
  client.on('ready', () => c('ready'));
  client.on('data', (chunk) => c('data', chunk));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError, client.readyState));
});
