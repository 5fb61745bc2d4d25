// A connection that closes makes room under maxConnections. (17)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  peer.on('close', () => s('peer close'));
  peer.resume();
  s('connection');
});
server.maxConnections = 1;
server.on('drop', () => s('drop'));
server.listen(0, '127.0.0.1', () => {
  const connect = (left) => {
    const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
    client.resume();
    client.on('close', () => {
      if (left > 1) setTimeout(connect, 20, left - 1);
      else server.close();
    });
  };
  connect(3);
});
