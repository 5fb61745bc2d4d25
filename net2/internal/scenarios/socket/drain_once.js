// drain comes once after write returned false, when everything is written. (12)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer({ pauseOnConnect: true }, (peer) => {
  server.close();
  let bytes = 0;
  peer.on('data', (chunk) => { bytes += chunk.length; });
  peer.on('end', () => s('end', bytes));
  const look = () => (client.writableNeedDrain ? peer.resume() : setImmediate(look));
  look();
});
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => {
    let last;
    for (let i = 0; i < 64; i++) last = client.write(Buffer.alloc(1 << 20));
    c('last write returned', last, client.writableNeedDrain);
  });
  client.on('drain', () => {
    c('drain', client.writableLength, client.writableNeedDrain);
    client.end();
  });
  client.on('finish', () => c('finish', client.bytesWritten));
  client.on('close', (hadError) => c('close', hadError));
});
