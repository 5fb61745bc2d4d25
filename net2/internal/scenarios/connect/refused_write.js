// The writes that waited for a refused connection are called back. (29)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  const number = server.address().port;
  port(number, 'PORT');
  server.close(() => {
    const client = net.connect(number, '127.0.0.1');
    client.write('first', (err) => c('first', err));
    client.write('second', (err) => c('second', err));
    client.on('error', (err) => c('error', err));
    client.on('close', (hadError) => c('close', hadError));
  });
});
