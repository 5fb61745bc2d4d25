// What one client says reaches all the others: the chat server of every tutorial.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const tracks = [1, 2, 3].map((n) => track(`client ${n}`));
const peers = new Set();
const server = net.createServer((peer) => {
  peers.add(peer);
  peer.on('close', () => peers.delete(peer));
  peer.on('data', (chunk) => {
    for (const other of peers) if (other !== peer) other.write(chunk);
  });
  if (peers.size === 3) clients[0].write('hello');
});
const clients = [];
server.listen(0, '127.0.0.1', () => {
  let heard = 0;
  tracks.forEach((c, i) => {
    const client = net.connect(server.address().port, '127.0.0.1');
    clients.push(client);
    client.on('data', (chunk) => {
      c('data', chunk);
      if (++heard < 2) return;
      for (const each of clients) each.end();
      server.close(() => s('close'));
    });
    client.on('close', (hadError) => c('close', hadError));
  });
});
