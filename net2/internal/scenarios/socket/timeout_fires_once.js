// An idle timer that nobody answers fires once, not again and again. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.setTimeout(10);
    setTimeout(() => client.destroy(), 150);
  });
  client.on('timeout', () => c('timeout'));
  client.on('close', (hadError) => c('close', hadError));
});
