// The automatic end waits for the writes that are still queued: all of them arrive. (6)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer({ allowHalfOpen: true }, (peer) => {
  server.close();
  peer.end();
  let bytes = 0;
  peer.pause();
  peer.on('data', (chunk) => { bytes += chunk.length; });
  peer.on('end', () => s('end', bytes));
  const look = () => (client.readableEnded ? peer.resume() : setImmediate(look));
  look();
});
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => client.write(Buffer.alloc(32 << 20)));
  client.resume();
  client.on('end', () => c('end', client.writableLength > 0));
  client.on('finish', () => c('finish', client.bytesWritten));
  client.on('close', (hadError) => c('close', hadError));
});
