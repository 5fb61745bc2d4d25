// A signal that is aborted while the socket connects destroys it with an AbortError.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const controller = new AbortController();
const lookup = () => c('asked');
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  const { port: number } = server.address();
  const client = net.connect({ port: number, host: 'name.example', family: 4, lookup, signal: controller.signal });
  client.on('connect', () => c('connect'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => {
    c('close', hadError);
    server.close();
  });
  setImmediate(() => controller.abort());
});
