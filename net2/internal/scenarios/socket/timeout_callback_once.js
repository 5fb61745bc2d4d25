// The callback of setTimeout is a listener for one timeout; setTimeout returns the socket. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    const same = client.setTimeout(10, () => c('callback', client.listenerCount('timeout')));
    c('same socket', same === client, client.listenerCount('timeout'));
  });
  client.on('timeout', () => {
    c('event', client.listenerCount('timeout'));
    if (client.bytesWritten > 0) return client.destroy();
    client.write('x');
  });
  client.on('close', (hadError) => c('close', hadError));
});
