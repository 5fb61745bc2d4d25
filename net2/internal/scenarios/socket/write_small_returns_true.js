// A write below the high-water mark returns true, is off the buffer at once, and no drain follows. (12)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    c('write returned', client.write('hello', () => c('written')));
    c('left', client.writableLength, client.writableNeedDrain);
    setImmediate(() => client.end());
  });
  client.resume();
  client.on('drain', () => c('drain'));
  client.on('finish', () => c('finish', client.bytesWritten));
  client.on('close', (hadError) => c('close', hadError));
});
