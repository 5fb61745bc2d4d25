// With allowHalfOpen nothing is closed by the peer's FIN: destroy has to. (7)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', allowHalfOpen: true });
  client.resume();
  client.on('finish', () => c('finish'));
  client.on('end', () => {
    c('end');
    setTimeout(() => {
      c('waited', client.destroyed, client.writable, client.closed);
      client.destroy();
    }, 30);
  });
  client.on('close', (hadError) => c('close', hadError, client.writableEnded));
});
