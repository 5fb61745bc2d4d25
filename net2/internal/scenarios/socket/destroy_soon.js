// destroySoon ends the socket and destroys it when what was written is on its way.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  let bytes = 0;
  peer.on('data', (chunk) => { bytes += chunk.length; });
  peer.on('end', () => s('end', bytes));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write(Buffer.alloc(16 << 20));
    client.destroySoon();
    c('called', client.destroyed, client.writableEnded);
  });
  client.on('finish', () => c('finish', client.destroyed));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
