// A data listener that throws leaves the connection open when an uncaught handler takes the exception. (35)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const uncaught = track('uncaught');
process.on('uncaughtException', (err) => uncaught(err));
const server = net.createServer((peer) => {
  server.close();
  peer.pipe(peer);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('one'));
  client.on('data', (chunk) => {
    c('data', chunk, client.destroyed);
    if (chunk.toString() === 'two') return client.end();
    setImmediate(() => client.write('two'));
    throw new Error('boom');
  });
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
