// A closed socket can connect again: the same listeners see a second life. (18)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('server');
let lives = 0;
const server = net.createServer((peer) => {
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got));
});
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  client.on('connect', () => {
    c('connect', client.bytesWritten, client.destroyed, client.writable);
    client.end(`life ${++lives}`);
  });
  client.on('data', (chunk) => c('data', chunk));
  client.on('end', () => c('end'));
  client.on('close', (hadError) => {
    c('close', hadError, client.bytesWritten);
    if (lives < 3) client.connect(server.address().port, '127.0.0.1');
    else server.close();
  });
  client.resume();
  client.connect(server.address().port, '127.0.0.1');
});
