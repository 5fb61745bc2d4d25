// destroy inside the error listener is harmless: close follows once. (1)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.destroy(new Error('boom')));
  client.on('error', (err) => {
    c('error', err);
    client.destroy();
    client.end();
  });
  client.on('close', (hadError) => c('close', hadError));
});
