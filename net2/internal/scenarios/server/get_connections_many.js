// getConnections follows five connections up and down. (31)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const peers = [];
const clients = [];
const server = net.createServer((peer) => {
  peers.push(peer);
  if (peers.length < 5) return;
  server.getConnections((err, n) => {
    s('open', n);
    peers[0].destroy();
    peers[1].destroy();
    server.getConnections((err, n) => {
      s('two destroyed', n);
      for (const client of clients) client.destroy();
      server.close(() => server.getConnections((err, n) => s('closed', n)));
      for (const peer of peers) peer.destroy();
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  for (let i = 0; i < 5; i++) clients.push(net.connect(server.address().port, '127.0.0.1'));
});
