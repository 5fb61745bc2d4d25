// After destroy(), write gives ERR_STREAM_DESTROYED to its callback, and no error is emitted. (14)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.destroy();
    c('write returned', client.write('late', (err) => c('written', err)));
    c('state', client.writable, client.writableLength);
  });
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
