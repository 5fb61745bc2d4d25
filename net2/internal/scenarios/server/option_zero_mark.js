// A highWaterMark of 0 reads nothing ahead, and everything arrives all the same. (19)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('peer');
const c = track('client');
const server = net.createServer({ highWaterMark: 0 }, (peer) => {
  server.close();
  s('marks', peer.readableHighWaterMark, peer.writableHighWaterMark);
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('drain', () => s('drain'));
  peer.on('end', () => {
    s('end', got, peer.write(got));
    peer.end();
  });
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end('hello'));
  let got = '';
  client.on('data', (chunk) => { got += chunk; });
  client.on('end', () => c('end', got));
});
