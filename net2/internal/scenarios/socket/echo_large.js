// An echo of eight megabytes, with both directions full at once, loses nothing. (27)
'use strict';
const net = require('net');
const crypto = require('crypto');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.pipe(peer);
});
const sum = (hash) => hash.digest('hex').slice(0, 16);
server.listen(0, '127.0.0.1', () => {
  const sent = crypto.createHash('sha256');
  const got = crypto.createHash('sha256');
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    for (let i = 0; i < 128; i++) {
      const chunk = Buffer.alloc(65536, i);
      sent.update(chunk);
      client.write(chunk);
    }
    client.end();
  });
  client.on('data', (chunk) => got.update(chunk));
  client.on('end', () => c('end', client.bytesRead, sum(got) === sum(sent)));
  client.on('close', (hadError) => c('close', hadError));
});
