// What is written sets the idle timer back. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.setTimeout(600);
    setTimeout(() => client.write('hello', (err) => c('written', err)), 300);
    setTimeout(() => c('later than the timeout would have been'), 650);
  });
  client.on('timeout', () => {
    c('timeout');
    client.destroy();
  });
  client.on('close', (hadError) => c('close', hadError));
});
