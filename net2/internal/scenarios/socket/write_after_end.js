// After end(), write gives ERR_STREAM_WRITE_AFTER_END to its callback and as error. (14)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.end('bye');
    c('write returned', client.write('late', (err) => c('written', err)));
    c('destroyed', client.destroyed);
  });
  client.on('error', (err) => c('error', err));
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError));
});
