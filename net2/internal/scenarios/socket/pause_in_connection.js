// pause() inside the connection listener is honoured, though what is in flight is read ahead. (10)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.pause();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got));
  const look = () => {
    if (peer.bytesRead < 5) return setImmediate(look);
    s('read ahead', peer.bytesRead, peer.readableLength, peer.isPaused(), got.length);
    peer.resume();
  };
  look();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end('hello'));
  client.resume();
});
