// Half a character and nothing else is handed out at the end only. (22)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end(Buffer.from('€').subarray(0, 2));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.setEncoding('utf8');
  client.on('data', (text) => c('data', text));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError, client.bytesRead));
});
