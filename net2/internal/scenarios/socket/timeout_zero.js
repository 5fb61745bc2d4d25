// setTimeout(0) cancels the idle timer, and takes away the callback that it is given. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    const onTimeout = () => c('timeout');
    client.setTimeout(20, onTimeout);
    c('armed', client.listenerCount('timeout'), client.timeout);
    client.setTimeout(0, onTimeout);
    c('cancelled', client.listenerCount('timeout'), client.timeout);
    setTimeout(() => client.destroy(), 80);
  });
  client.on('close', (hadError) => c('close', hadError));
});
