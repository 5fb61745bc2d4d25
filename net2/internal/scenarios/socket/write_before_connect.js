// Writes on a connecting socket wait and keep their order; their callbacks follow connect and ready.
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
  const client = net.connect(server.address().port, '127.0.0.1', () => c('connect'));
  c('write returned', client.write('one '), client.write('two ', () => c('two written')));
  client.write('three', () => {
    c('three written');
    client.end();
  });
  client.on('ready', () => c('ready'));
});
