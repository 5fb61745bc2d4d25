// Writing on and on to a peer that is gone ends in one error and close. (34)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.destroy();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', allowHalfOpen: true });
  let errors = 0;
  client.resume();
  client.on('end', () => {
    c('end', client.writable);
    const more = () => {
      if (client.destroyed) return;
      client.write('x');
      setImmediate(more);
    };
    more();
  });
  client.on('error', (err) => c('error', ++errors, ['EPIPE', 'ECONNRESET'].includes(err.code)));
  client.on('close', (hadError) => c('close', hadError));
});
