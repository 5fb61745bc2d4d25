// connecting, pending and readyState along the life of a socket; ready follows connect. (32)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer({ allowHalfOpen: true }, (peer) => {
  server.close();
  peer.resume();
  peer.on('end', () => peer.end());
});
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  const state = (when) => {
    c(when, client.connecting, client.pending, client.readyState, client.readable, client.writable, client.destroyed);
  };
  state('new');
  client.connect(server.address().port, '127.0.0.1');
  state('connect called');
  client.on('connect', () => state('connect'));
  client.on('ready', () => {
    state('ready');
    client.end();
    state('end called');
  });
  client.on('finish', () => state('finish'));
  client.on('end', () => state('end'));
  client.on('close', () => state('close'));
  client.resume();
});
