// unref on a socket that is not connected yet counts once it is: the process ends while it is open. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => peer.unref());
server.unref();
const client = new net.Socket();
client.unref();
server.listen(0, '127.0.0.1', () => {
  client.on('connect', () => c('connect'));
  client.on('close', () => c('close'));
  client.connect(server.address().port, '127.0.0.1');
});
exit(() => c('exit', client.destroyed));
