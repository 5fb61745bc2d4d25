// What arrives sets the idle timer back. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.write('hello');
  setTimeout(() => peer.write('again'), 200);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.once('data', (chunk) => {
    c('data', chunk);
    client.on('data', (chunk) => c('data', chunk));
    client.setTimeout(1000);
    setTimeout(() => c('later than the timeout would have been'), 1050);
  });
  client.on('timeout', () => {
    c('timeout');
    client.destroy();
  });
  client.on('close', (hadError) => c('close', hadError));
});
