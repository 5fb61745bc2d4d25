// Every piece that fills the onread buffer is a callback of its own: ticks run after each, immediates after the last. One
// that throws loses no other.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end('0123456789');
});
process.on('uncaughtException', (err) => c('uncaught', err));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({
    port: server.address().port,
    host: '127.0.0.1',
    onread: {
      buffer: Buffer.alloc(3),
      callback(n, buf) {
        const piece = buf.toString('latin1', 0, n);
        c('read', piece);
        process.nextTick(() => c('tick', piece));
        setImmediate(() => c('immediate', piece));
        if (piece === '345') throw new Error('oops');
      },
    },
  });
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
