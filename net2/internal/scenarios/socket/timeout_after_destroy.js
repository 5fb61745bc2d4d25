// destroy stops the idle timer, and setTimeout on a destroyed socket does nothing. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.setTimeout(10);
    client.destroy();
    client.setTimeout(20, () => c('callback'));
    c('listeners', client.listenerCount('timeout'), client.timeout);
  });
  client.on('timeout', () => c('timeout'));
  client.on('close', (hadError) => {
    c('close', hadError);
    setTimeout(() => c('no timeout came'), 60);
  });
});
