// The callback of connect is a connect listener for one connection, before those that are added later. (32)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.end();
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  client.on('connect', () => c('earlier listener'));
  const same = client.connect(server.address().port, '127.0.0.1', () => c('callback', client.listenerCount('connect')));
  c('same socket', same === client, client.listenerCount('connect'));
  client.on('connect', () => c('later listener', client.listenerCount('connect')));
  client.on('ready', () => {
    c('ready');
    client.resume();
  });
});
