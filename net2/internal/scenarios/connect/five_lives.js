// connect inside close, again and again, with a server that ends every connection. (18)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
let lives = 0;
const server = net.createServer((peer) => {
  if (++lives === 5) server.close();
  peer.end(`life ${lives}`);
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const { port: number } = server.address();
  const client = net.connect(number, '127.0.0.1');
  client.setEncoding('utf8');
  client.on('data', (text) => c('data', text, client.bytesRead));
  client.on('close', (hadError) => {
    c('close', hadError);
    if (server.listening) client.connect(number, '127.0.0.1');
  });
});
