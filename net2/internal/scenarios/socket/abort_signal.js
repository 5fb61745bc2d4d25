// An aborted signal destroys its socket with an AbortError.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const controller = new AbortController();
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', signal: controller.signal }, () => {
    c('connect');
    controller.abort();
  });
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
