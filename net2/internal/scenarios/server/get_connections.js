// getConnections counts what was accepted and not yet closed; it calls back later and returns the server. (31)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const count = (when) => server.getConnections((err, n) => s(when, err, n));
const server = net.createServer((peer) => {
  count('in connection');
  peer.resume();
  peer.on('end', () => count('in end'));
  peer.on('close', () => {
    count('in close');
    server.close(() => count('closed'));
  });
});
count('before listen');
s('same server', server.getConnections(() => s('callback')) === server);
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
  client.resume();
});
