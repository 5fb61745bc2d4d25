// A socket that has been ended emits no drain for the write that returned false. (12)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    c('write returned', client.write(Buffer.alloc(16 << 20), (err) => c('written', err)));
    client.end();
  });
  client.on('drain', () => c('drain'));
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError));
});
