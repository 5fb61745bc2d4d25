// What is set before connect holds after it: encoding, timeout, listeners.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.write('€');
});
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  client.setEncoding('utf8').setNoDelay(true).setKeepAlive(true, 1000).setTimeout(150);
  client.on('data', (text) => c('data', text, typeof text));
  client.on('timeout', () => {
    c('timeout', client.timeout);
    client.destroy();
  });
  client.on('close', (hadError) => c('close', hadError));
  client.connect({ port: server.address().port, host: '127.0.0.1' });
});
