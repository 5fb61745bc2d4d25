// A thousand messages back and forth keep their order and number.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.setEncoding('utf8');
  peer.on('data', (text) => peer.write(String(Number(text) + 1)));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('0'));
  client.setEncoding('utf8');
  client.on('data', (text) => {
    if (Number(text) < 1000) return client.write(text);
    c('last', text, client.bytesRead, client.bytesWritten);
    client.end();
  });
  client.on('close', (hadError) => c('close', hadError));
});
