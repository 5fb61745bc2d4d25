// bytesWritten counts what waits for the connection, in bytes of UTF-8. (23)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    c('connect', client.bytesWritten);
    client.end('!');
    c('ended', client.bytesWritten);
  });
  c('before', client.bytesWritten);
  client.write('€');
  client.write(Buffer.from('abc'));
  client.write('ffff', 'hex');
  c('queued', client.bytesWritten, client.writableLength);
  client.on('close', () => c('close', client.bytesWritten));
});
