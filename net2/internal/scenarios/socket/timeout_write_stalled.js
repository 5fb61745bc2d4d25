// The idle timer runs while a write is stalled. (11)
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
    client.write(Buffer.alloc(64 << 20), (err) => c('written', err));
    client.setTimeout(100, () => {
      c('timeout', client.writableLength > 0, client.destroyed);
      client.destroy(new Error('stalled'));
    });
  });
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
