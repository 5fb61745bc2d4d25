// A readable listener reads from the socket with read(), and gets null at the end. (26)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end('hello world');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let got = '';
  client.on('readable', () => {
    for (let chunk = client.read(); chunk !== null; chunk = client.read()) got += chunk;
  });
  client.on('end', () => c('end', got, client.readableFlowing));
  client.on('close', (hadError) => c('close', hadError));
});
