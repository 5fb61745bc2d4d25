// The listener of createServer is the first connection listener; all get the same socket.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
let given;
const server = net.createServer((peer) => {
  given = peer;
  s('first', peer.server === server);
});
server.on('connection', (peer) => {
  s('second', peer === given);
  server.close();
  peer.end();
  peer.resume();
});
s('listeners', server.listenerCount('connection'));
server.listen(0, '127.0.0.1', () => net.connect(server.address().port, '127.0.0.1').resume());
