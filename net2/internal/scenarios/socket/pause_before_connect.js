// A socket that is paused before it connects reads nothing until resume. (10)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end('hello');
});
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  client.pause();
  let got = '';
  client.on('data', (chunk) => { got += chunk; });
  client.on('end', () => c('end', got, client.bytesRead));
  client.on('close', (hadError) => c('close', hadError));
  client.connect(server.address().port, '127.0.0.1', () => {
    c('connect', client.isPaused());
    setTimeout(() => {
      c('waited', client.bytesRead, client.readableLength);
      client.resume();
    }, 50);
  });
});
