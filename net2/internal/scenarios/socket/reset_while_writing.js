// A reset that finds writes waiting arrives as one error, and every write is called back. (34)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const w = track('writes');
const server = net.createServer({ pauseOnConnect: true }, (peer) => {
  server.close();
  const look = () => (client.writableNeedDrain ? peer.resetAndDestroy() : setImmediate(look));
  look();
});
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write(Buffer.alloc(64 << 20), () => w('first'));
    client.write('second', (err) => w('second failed', err !== null));
  });
  client.on('drain', () => c('drain'));
  client.on('error', (err) => c('error', err.code));
  client.on('close', (hadError) => c('close', hadError));
});
