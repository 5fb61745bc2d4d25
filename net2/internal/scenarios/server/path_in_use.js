// A path on which another server listens is error EADDRINUSE; the first server is not disturbed. (33)
'use strict';
const net = require('net');
const { track, socketPath } = require('../transcript.js');

const s = track('server');
const path = socketPath();
const first = net.createServer((peer) => {
  s('connection');
  peer.end();
  first.close();
});
const second = net.createServer();
second.on('error', (err) => {
  s('error', err);
  net.connect({ path }).resume();
});
first.listen({ path }, () => second.listen({ path }));
