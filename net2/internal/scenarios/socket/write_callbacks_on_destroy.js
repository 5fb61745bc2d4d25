// destroy calls back every write that is still waiting. (14)
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
    client.write(Buffer.alloc(64 << 20), (err) => c('first', err));
    client.write('second', (err) => c('second', err));
    client.write('third', (err) => c('third', err));
    client.end((err) => c('ended', err));
    setImmediate(() => {
      client.destroy();
      c('destroyed');
    });
  });
  client.on('error', (err) => c('error', err));
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError));
});
