// Setting allowHalfOpen after `end` does not undo what `end` did: a write is told that the peer has ended the socket.
// Found by the differential fuzz.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.on('error', (err) => s('error', err));
  peer.on('close', (hadError) => {
    s('close', hadError);
    peer.allowHalfOpen = true;
    s('write', peer.write('x', (err) => s('written', err)));
  });
});
server.listen(0, '127.0.0.1', () => {
  net.connect(server.address().port, '127.0.0.1').resume().end();
});
