// A second destroy changes nothing: its error is dropped, and close is emitted once. (1)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    c('same socket', client.destroy(new Error('first')) === client);
    client.destroy(new Error('second'));
    c('errored', client.errored);
  });
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => {
    c('close', hadError);
    client.destroy(new Error('third'));
  });
});
