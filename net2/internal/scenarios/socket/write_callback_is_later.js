// The callback of a write that the kernel took at once still waits for the next tick. (14)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    process.nextTick(() => c('earlier tick'));
    client.write('hello', () => c('written'));
    process.nextTick(() => c('later tick'));
    setImmediate(() => {
      c('immediate');
      client.destroy();
    });
    c('write returned');
  });
});
