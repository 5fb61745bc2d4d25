// pause() inside a data listener holds the next chunk until resume. (10)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.write('one');
  peer.once('data', () => peer.write('two'));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('pause', () => c('pause'));
  client.on('resume', () => c('resume'));
  client.on('data', (chunk) => {
    c('data', chunk);
    if (chunk.toString() === 'two') return client.destroy();
    client.pause();
    client.write('more');
    const look = () => {
      if (client.readableLength < 3) return setImmediate(look);
      c('buffered', client.isPaused(), client.readableFlowing);
      client.resume();
      c('resumed', client.isPaused());
    };
    look();
  });
  client.on('close', (hadError) => c('close', hadError));
});
