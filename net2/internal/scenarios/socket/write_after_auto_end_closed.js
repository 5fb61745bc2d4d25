// A write after the automatic end and close gets EPIPE in its callback only. (6)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.resume();
  client.on('end', () => c('end'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => {
    c('close', hadError);
    c('write returned', client.write('late', (err) => c('written', err)));
    c('write returned', client.write('later'));
  });
});
