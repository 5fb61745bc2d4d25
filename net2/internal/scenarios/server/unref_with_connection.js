// The connections of an unref'd server keep the process alive. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const s = track('server');
const server = net.createServer((peer) => {
  peer.once('data', () => peer.end());
  peer.on('close', () => s('peer close'));
});
server.listen(0, '127.0.0.1', () => {
  server.unref();
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.unref();
    setTimeout(() => client.write('go'), 30).unref();
  });
  client.resume();
});
exit(() => s('exit', server.listening));
