// A write callback that throws does not keep the next from being called. (35)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
process.on('uncaughtException', (err) => c('uncaught', err));
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('one', () => { throw new Error('boom'); });
    setImmediate(() => {
      client.write('two', () => c('two written'));
      client.end(() => c('ended'));
    });
  });
  client.on('close', (hadError) => c('close', hadError));
});
