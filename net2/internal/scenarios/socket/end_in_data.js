// A socket that has ended goes on reading what its peer sends. (5)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer({ allowHalfOpen: true }, (peer) => {
  server.close();
  peer.write('one');
  peer.resume();
  peer.on('end', () => {
    peer.write('two ');
    setImmediate(() => peer.end('three'));
  });
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let got = '';
  client.on('data', (chunk) => {
    got += chunk;
    if (got === 'one') client.end();
  });
  client.on('finish', () => c('finish', got));
  client.on('end', () => c('end', got));
  client.on('close', (hadError) => c('close', hadError));
});
