// What is written inside the end listener is still delivered. (6)
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
  peer.on('close', (hadError) => s('close', hadError));
  peer.end();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.resume();
  client.on('end', () => {
    c('end', client.writable);
    client.write('last words', (err) => c('written', err));
  });
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError));
});
