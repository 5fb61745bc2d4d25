// A connect listener that throws keeps ready from being emitted, and leaves the connection open. (35)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
process.on('uncaughtException', (err) => {
  c('uncaught', err, client.readyState);
  client.write('hello', (err) => c('written', err));
});
const server = net.createServer((peer) => {
  server.close();
  peer.once('data', (chunk) => {
    s('data', chunk);
    client.destroy();
  });
});
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => {
    throw new Error('boom');
  });
  client.on('connect', () => c('second connect listener'));
  client.on('ready', () => c('ready'));
  client.on('close', (hadError) => c('close', hadError));
});
