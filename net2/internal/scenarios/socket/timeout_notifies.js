// The idle timer only notifies: the socket stays open, and activity arms it again. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.pipe(peer);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let timeouts = 0;
  client.setTimeout(40);
  client.on('timeout', () => {
    c('timeout', client.destroyed, client.writable);
    if (++timeouts === 1) client.write('still here');
    else client.end();
  });
  client.on('data', (chunk) => c('data', chunk));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
