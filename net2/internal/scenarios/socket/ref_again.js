// ref() undoes unref(). (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  peer.unref();
  peer.once('data', () => peer.end('answer'));
});
server.unref();
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.unref();
    c('same socket', client.ref() === client);
    client.write('question');
  });
  client.on('data', (chunk) => c('data', chunk));
  client.on('close', (hadError) => c('close', hadError));
});
exit(() => c('exit'));
