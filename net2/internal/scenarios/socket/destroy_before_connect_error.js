// Destroyed with an error before it is connected, a socket emits that error and close. (13)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer(() => c('connection'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('connect', () => c('connect'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => {
    c('close', hadError);
    server.close();
  });
  client.destroy(new Error('changed my mind'));
});
