// What was written before destroy() is delivered, and the peer sees an ordinary end. (3)
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
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('hello ', (err) => c('first', err));
    client.write('world', (err) => c('second', err));
    client.destroy();
    c('destroyed', client.bytesWritten);
  });
  client.on('close', (hadError) => c('close', hadError, client.bytesWritten));
});
