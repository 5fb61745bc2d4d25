// After a refused connection the same socket can connect elsewhere. (18)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const gone = net.createServer();
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end('hello');
});
server.listen(0, '127.0.0.1', () => gone.listen(0, '127.0.0.1', () => {
  const number = gone.address().port;
  gone.close(() => {
    const client = net.connect(number, '127.0.0.1');
    client.on('error', (err) => c('error', err.code));
    client.on('connect', () => c('connect'));
    client.on('data', (chunk) => c('data', chunk));
    client.on('close', (hadError) => {
      c('close', hadError);
      if (hadError) client.connect(server.address().port, '127.0.0.1');
    });
  });
}));
