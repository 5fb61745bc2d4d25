// Half a character at the end of the connection arrives as a replacement character before end. (22)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.write(Buffer.concat([Buffer.from('a'), Buffer.from('€').subarray(0, 2)]));
  peer.once('data', () => peer.end());
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.setEncoding('utf8');
  client.on('data', (text) => {
    c('data', text);
    if (text === 'a') client.write('more');
  });
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
