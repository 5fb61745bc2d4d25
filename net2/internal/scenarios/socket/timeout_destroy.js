// The usual answer to timeout: destroy with an error, which is emitted before close. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.on('end', () => s('end'));
  peer.on('close', (hadError) => s('close', hadError));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', timeout: 150 });
  client.on('connect', () => c('connect', client.timeout));
  client.on('timeout', () => client.destroy(new Error('idle')));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
