// Write callbacks come in the order of the writes, later than the write, then finish and the callback of end. (14)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    for (let i = 1; i <= 4; i++) client.write(`line ${i}\n`, (err) => c('written', i, err));
    client.end('bye', (err) => c('ended', err));
    c('main is over');
  });
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError));
});
