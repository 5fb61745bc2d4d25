// A connection whose data nobody reads holds back the server's close. (8)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  server.close(() => s('close'));
  peer.on('end', () => s('peer end'));
  peer.on('close', () => s('peer close'));
  const look = () => {
    if (peer.readableLength < 6) return setImmediate(look);
    setTimeout(() => {
      s('waited', peer.readableLength);
      peer.resume();
    }, 30);
  };
  look();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end('unread'));
  client.resume();
});
