// allowHalfOpen is an option of new Socket and of connect, off by default. (7)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { peer.end(); peer.resume(); });
c('new', new net.Socket().allowHalfOpen, new net.Socket({ allowHalfOpen: true }).allowHalfOpen);
server.listen(0, '127.0.0.1', () => {
  const address = { port: server.address().port, host: '127.0.0.1' };
  const client = net.connect({ ...address, allowHalfOpen: true });
  client.resume();
  client.on('end', () => setImmediate(() => {
    c('end', client.allowHalfOpen, client.writableEnded);
    client.end();
    server.close();
  }));
  client.on('close', (hadError) => c('close', hadError));
});
