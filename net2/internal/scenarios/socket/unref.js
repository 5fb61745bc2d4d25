// An unref'd socket does not keep the process alive. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => peer.unref());
server.unref();
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => {
    c('same socket', client.unref() === client);
    client.on('close', () => c('close'));
  });
});
exit(() => c('exit', client.destroyed, client.readyState));
