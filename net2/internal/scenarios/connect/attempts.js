// connectionAttempt is emitted before connect, connectionAttemptFailed before error. (30)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  peer.end();
  peer.resume();
});
const watch = (client) => {
  client.on('connectionAttempt', (ip, number, family) => c('attempt', ip, number, family));
  client.on('connectionAttemptFailed', (ip, number, family, err) => c('attempt failed', ip, number, family, err));
  client.on('connect', () => c('connect'));
  client.on('error', (err) => c('error', err));
  return client.resume();
};
server.listen(0, '127.0.0.1', () => {
  const number = server.address().port;
  port(number, 'PORT');
  watch(net.connect(number, '127.0.0.1')).on('close', () => server.close(() => {
    watch(net.connect(number, '127.0.0.1'));
  }));
  c('connect returned');
});
