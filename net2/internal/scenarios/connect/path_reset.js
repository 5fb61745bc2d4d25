// A socket on a path cannot be reset: resetAndDestroy throws ERR_INVALID_HANDLE_TYPE. (24)
'use strict';
const net = require('net');
const { track, socketPath } = require('../transcript.js');

const c = track('client');
const path = socketPath();
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
});
server.listen(path, () => {
  const client = net.connect(path, () => {
    try {
      client.resetAndDestroy();
    } catch (err) {
      c('threw', err.name, err);
    }
    c('state', client.destroyed);
    client.end();
  });
  client.on('close', (hadError) => c('close', hadError));
});
