// destroy(err) emits error and then close, both after destroy has returned, and other work runs between the two. (1)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.destroy(new Error('boom'));
    c('destroy returned', client.destroyed, client.closed);
    setImmediate(() => c('immediate', client.closed));
  });
  client.on('error', (err) => {
    c('error', err, client.destroyed);
    process.nextTick(() => c('tick after error'));
  });
  client.on('close', (hadError) => c('close', hadError));
});
