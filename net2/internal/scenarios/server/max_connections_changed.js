// maxConnections can be changed while the server runs. (17)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const clients = [];
const server = net.createServer((peer) => {
  s('connection');
  peer.resume();
  next();
});
server.on('drop', () => {
  s('drop');
  server.maxConnections = 2;
  next();
});
server.maxConnections = 1;
const next = () => {
  if (clients.length === 3) {
    for (const client of clients) client.destroy();
    return server.close(() => s('close'));
  }
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('error', () => {});
  clients.push(client);
};
server.listen(0, '127.0.0.1', next);
