// end() on a connecting socket waits: what was written arrives, then the FIN.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.write('early ', () => c('written'));
  client.end('bird', () => c('ended'));
  c('state', client.connecting, client.writable, client.writableEnded, client.readyState);
  client.on('connect', () => c('connect', client.readyState));
  client.on('ready', () => c('ready'));
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError));
});
