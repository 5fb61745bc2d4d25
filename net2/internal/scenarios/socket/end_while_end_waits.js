// The peer's end waits unread in the kernel. A socket that starts to read and ends itself at once has finished first.
// Found by the differential fuzz.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.end('x'.repeat(100));
});
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket({ highWaterMark: 10 });
  for (const name of ['finish', 'end']) client.on(name, () => c(name));
  client.on('close', (hadError) => c('close', hadError));
  client.connect(server.address().port, '127.0.0.1', () => {
    const look = () => {
      if (client.readableLength < 100) return setImmediate(look);
      setTimeout(() => {
        client.resume();
        client.end();
      }, 20);
    };
    look();
  });
});
