// A connection that is open when the server closes goes on. (15)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const c = track('client');
const server = net.createServer((peer) => {
  server.close(() => s('close'));
  peer.pipe(peer);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('one'));
  client.on('data', (chunk) => {
    c('data', chunk, server.listening);
    if (chunk.toString() === 'one') client.write('two');
    else client.end();
  });
  client.on('close', (hadError) => c('close', hadError));
});
