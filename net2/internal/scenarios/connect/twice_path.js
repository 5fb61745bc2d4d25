// connect on a socket that is connected to a path is EISCONN, in a callback.
'use strict';
const net = require('net');
const { track, socketPath } = require('../transcript.js');

const path = socketPath();
const server = net.createServer((peer) => peer.resume().on('error', () => {}));
server.listen(path, () => {
  const c = track('client');
  const s = new net.Socket();
  s.on('connectionAttempt', (...args) => c('attempt', ...args));
  s.on('connectionAttemptFailed', (address, port, family, err) => c('failed', address, port, family, err));
  s.on('connect', () => c('connect'));
  s.on('ready', () => {
    c('ready');
    s.connect(path);
    c(s.connecting);
  });
  s.on('error', (err) => c('error', err, err.syscall, err.address, err.port));
  s.on('close', (hadError) => {
    c('close', hadError);
    server.close();
  });
  s.connect(path);
});
