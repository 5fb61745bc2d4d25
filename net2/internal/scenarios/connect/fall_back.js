// A host with two addresses: when the first refuses, the second is tried. (30)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const lookup = (host, options, callback) => {
  c('asked for', host, options.all);
  setImmediate(callback, null, [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }]);
};
const server = net.createServer((peer) => {
  server.close();
  peer.end('hello');
  peer.resume();
});
server.listen(0, '::1', () => {
  const { port: number } = server.address();
  port(number, 'PORT');
  const client = net.connect({ port: number, host: 'name.example', lookup });
  client.on('lookup', (err, address, family, host) => c('lookup', err, address, family, host));
  client.on('connectionAttempt', (ip, number, family) => c('attempt', ip, number, family));
  client.on('connectionAttemptFailed', (ip, number, family, err) => c('failed', ip, number, family, err));
  client.on('connect', () => c('connect', client.remoteAddress));
  client.on('data', (chunk) => c('data', chunk));
  client.on('close', (hadError) => c('close', hadError));
});
