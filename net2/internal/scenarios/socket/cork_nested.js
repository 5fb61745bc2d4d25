// Every cork needs its own uncork; end uncorks all. (23)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.cork();
    client.cork();
    client.write('hello');
    client.uncork();
    c('one uncork', client.writableCorked, client.writableLength);
    client.end('!');
    c('ended', client.writableCorked, client.writableLength);
  });
});
