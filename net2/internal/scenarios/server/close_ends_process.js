// The process ends when everything is closed. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  peer.resume();
  peer.on('end', () => server.close());
});
server.on('close', () => s('close'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
  client.resume();
});
exit(() => s('exit', server.listening));
