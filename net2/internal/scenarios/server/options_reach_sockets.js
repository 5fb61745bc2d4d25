// noDelay and keepAlive of the server reach accepted sockets; keepAliveInitialDelay is kept in whole seconds. (19)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 7900 }, (peer) => {
  server.close();
  const kept = {};
  for (const symbol of Object.getOwnPropertySymbols(peer)) kept[symbol.description] = peer[symbol];
  s('peer', kept.kSetNoDelay, kept.kSetKeepAlive, kept.kSetKeepAliveInitialDelay);
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
});
