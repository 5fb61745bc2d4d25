// destroySoon on a socket whose writable side is finished destroys it at once.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer({ allowHalfOpen: true }, (peer) => {
  server.close();
  peer.resume();
  const look = () => (client.destroyed ? peer.end() : setImmediate(look));
  peer.on('end', look);
});
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => client.end('bye'));
  client.on('finish', () => {
    c('finish', client.destroyed);
    client.destroySoon();
    c('called', client.destroyed);
  });
  client.on('close', (hadError) => c('close', hadError));
});
