// A producer that stops on false and goes on at drain delivers everything, in order. (12)
'use strict';
const net = require('net');
const crypto = require('crypto');
const { track } = require('../transcript.js');

const s = track('peer');
const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  const hash = crypto.createHash('sha256');
  let bytes = 0;
  peer.on('data', (chunk) => { bytes += chunk.length; hash.update(chunk); });
  peer.on('end', () => s('end', bytes, hash.digest('hex')));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    let n = 0;
    const more = () => {
      while (n < 200) {
        const chunk = Buffer.alloc(40000 + n, n);
        n++;
        if (!client.write(chunk)) return client.once('drain', more);
      }
      client.end();
    };
    more();
  });
  client.resume();
  client.on('close', (hadError) => c('close', hadError, client.bytesWritten));
});
