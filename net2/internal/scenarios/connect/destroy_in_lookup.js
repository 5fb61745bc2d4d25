// destroy inside the lookup listener: close, and neither connect nor error. (18)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer(() => c('connection'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({ port: server.address().port, host: 'localhost', family: 4 });
  client.on('lookup', () => {
    c('lookup');
    client.destroy();
  });
  client.on('connectionAttempt', () => c('attempt'));
  client.on('connect', () => c('connect'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => {
    c('close', hadError);
    server.close();
  });
});
