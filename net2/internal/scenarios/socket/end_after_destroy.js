// After destroy(), end gives ERR_STREAM_DESTROYED to its callback, and no finish follows. (14)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.destroy();
    client.end('late', (err) => c('ended', err));
  });
  client.on('error', (err) => c('error', err));
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError));
});
