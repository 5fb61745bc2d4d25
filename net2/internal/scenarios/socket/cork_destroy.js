// destroy calls back the writes that a cork held. (14)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.on('end', () => s('end', peer.bytesRead));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.cork();
    client.write('one', (err) => c('one', err));
    client.write('two', (err) => c('two', err));
    client.destroy();
    client.uncork();
    c('destroyed', client.writableLength, client.writableCorked);
  });
  client.on('close', (hadError) => c('close', hadError));
});
