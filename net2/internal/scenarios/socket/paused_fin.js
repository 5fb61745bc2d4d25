// A FIN behind paused data is held: resume hands out the data, then end and close. (8)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.write('one');
  peer.once('data', () => peer.end('two'));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('data', (chunk) => {
    c('data', chunk);
    if (chunk.toString() !== 'one') return;
    client.pause();
    client.write('more');
    const look = () => {
      if (client.readableLength < 3) return setImmediate(look);
      c('paused', client.isPaused(), client.readableEnded);
      client.resume();
    };
    look();
  });
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
});
