// A connection that closes makes room under maxConnections. (17)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
let left = 3;
const server = net.createServer((peer) => {
  s('connection');
  peer.resume();
  peer.on('close', () => {
    s('peer close');
    if (--left > 0) connect();
    else server.close();
  });
});
server.maxConnections = 1;
server.on('drop', () => s('drop'));
const connect = () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
  client.resume();
};
server.listen(0, '127.0.0.1', connect);
