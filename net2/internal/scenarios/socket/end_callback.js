// end(data, cb) calls back when everything is handed over, just before finish; end returns the socket.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    const same = client.end('bye', () => c('callback', client.writableFinished));
    c('same socket', same === client, client.writableEnded, client.writableFinished);
  });
  client.on('finish', () => c('finish', client.writableFinished));
});
