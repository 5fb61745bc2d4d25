// resetAndDestroy on a closed socket changes nothing. (24)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.destroy());
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => {
    c('close', hadError);
    client.resetAndDestroy();
  });
});
