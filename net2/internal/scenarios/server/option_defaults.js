// The options of a server that was given none, as its sockets show them. (19)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  s('booleans', peer.allowHalfOpen, peer.isPaused());
  s('numbers', peer.readableHighWaterMark, peer.writableHighWaterMark, peer.timeout ?? 0);
  peer.end();
  peer.resume();
});
server.listen(0, '127.0.0.1', () => net.connect(server.address().port, '127.0.0.1').resume());
