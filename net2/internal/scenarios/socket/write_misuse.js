// A write of what is no string and no bytes throws, and changes nothing.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    for (const value of [42, true, null]) {
      try {
        client.write(value);
      } catch (err) {
        c('threw', err.code);
      }
    }
    try {
      client.write('x', 'klingon');
    } catch (err) {
      c('threw', err);
    }
    c('state', client.destroyed, client.writable);
    client.end();
  });
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
