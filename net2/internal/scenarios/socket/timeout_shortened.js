// A later setTimeout replaces an earlier one. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.setTimeout(100000);
    client.setTimeout(10);
    c('timeout is', client.timeout);
  });
  client.on('timeout', () => {
    c('timeout');
    client.destroy();
  });
  client.on('close', (hadError) => c('close', hadError));
});
