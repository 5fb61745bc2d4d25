// A socket piped to itself echoes everything and ends when its peer ends. (27)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  s('pipe returns its destination', peer.pipe(peer) === peer);
  peer.on('end', () => s('end'));
  peer.on('finish', () => s('finish'));
  peer.on('close', (hadError) => s('close', hadError));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('hello ');
    client.end('world');
  });
  let got = '';
  client.on('data', (chunk) => { got += chunk; });
  client.on('end', () => c('end', got));
  client.on('close', (hadError) => c('close', hadError));
});
