// close says hadError false after destroy() without an error. (2)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.destroy();
    c('destroyed', client.destroyed, client.errored);
  });
  client.on('close', (hadError) => c('close', hadError, client.readyState));
});
