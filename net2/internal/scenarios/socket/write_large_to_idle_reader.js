// A write above the high-water mark that the kernel takes whole leaves nothing buffered. (12)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer({ pauseOnConnect: true }, (peer) => {
  server.close();
  const look = () => (client.destroyed ? peer.destroy() : setImmediate(look));
  look();
});
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => {
    c('write returned', client.write(Buffer.alloc(64 << 10), (err) => c('written', err)));
    c('left', client.writableLength, client.writableNeedDrain);
    setImmediate(() => client.destroy());
  });
  client.on('drain', () => c('drain', client.writableNeedDrain));
  client.on('close', (hadError) => c('close', hadError));
});
