// close() waits for the connections; its close event comes before the last socket's close. (15)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  s('connection');
  peer.resume();
  peer.on('end', () => s('peer end'));
  peer.on('close', () => s('peer close'));
  server.close((err) => s('callback', err));
  s('closing', server.listening);
});
server.on('close', () => s('close'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  const look = () => {
    if (server.listening) return setImmediate(look);
    s('the client ends');
    client.end();
  };
  client.on('connect', look);
});
