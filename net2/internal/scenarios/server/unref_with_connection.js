// The connections of an unref'd server keep the process alive. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  client.unref();
  setTimeout(() => client.write('go'), 30).unref();
  peer.once('data', () => peer.end());
  peer.on('close', () => s('peer close'));
});
let client;
server.listen(0, '127.0.0.1', () => {
  server.unref();
  client = net.connect(server.address().port, '127.0.0.1');
  client.resume();
});
exit(() => s('exit', server.listening));
