// setEncoding('utf8') never splits a character that arrives in two packets. (22)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const euro = Buffer.from('€');
const server = net.createServer((peer) => {
  server.close();
  peer.write(Buffer.concat([Buffer.from('a'), euro.subarray(0, 1)]));
  peer.once('data', () => {
    peer.write(Buffer.concat([euro.subarray(1), Buffer.from('b')]));
    peer.once('data', () => peer.end());
  });
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  c('same socket', client.setEncoding('utf8') === client, client.readableEncoding);
  client.on('data', (text) => {
    c('data', text, typeof text);
    client.write('more');
  });
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError, client.bytesRead));
});
