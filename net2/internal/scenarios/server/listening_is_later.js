// listening is emitted after listen has returned, its listeners in the order in which they were added. (16)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.on('listening', () => s('listener'));
const same = server.listen(0, () => {
  s('callback');
  server.close();
});
server.on('listening', () => s('late listener'));
s('listen returned', same === server, server.listenerCount('listening'));
process.nextTick(() => s('tick', server.listenerCount('listening')));
