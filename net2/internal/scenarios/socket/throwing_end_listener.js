// An end listener that throws loses the automatic end; the socket stays open and can be ended. (35)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
process.on('uncaughtException', (err) => c('uncaught', err));
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.resume();
  client.on('end', () => {
    setImmediate(() => {
      c('immediate', client.writableEnded, client.destroyed);
      client.end();
    });
    throw new Error('boom');
  });
  client.on('close', (hadError) => c('close', hadError));
});
