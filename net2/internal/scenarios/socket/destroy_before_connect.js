// Destroyed before it is connected, a socket emits close only. (13)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer(() => c('connection'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => c('callback'));
  client.on('connect', () => c('connect'));
  client.on('error', (err) => c('error', err));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => {
    c('close', hadError, client.connecting, client.readyState);
    server.close();
  });
  client.destroy();
  c('destroyed', client.connecting, client.pending);
});
