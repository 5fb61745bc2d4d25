// The lookup option is asked for the name, and its answer is connected to. (29)
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
  const lookup = (host, options, callback) => {
    c('asked for', host, options.family);
    process.nextTick(callback, null, '127.0.0.1', 4);
  };
  const client = net.connect({ port: server.address().port, host: 'name.example', family: 4, lookup });
  client.on('lookup', (err, address, family, host) => c('lookup', err, address, family, host));
  client.on('connect', () => c('connect', client.remoteAddress));
  client.on('close', (hadError) => c('close', hadError));
  client.resume();
});
