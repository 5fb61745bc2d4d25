// close() in the tick of listen() keeps listening from being emitted. (16)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.on('listening', () => s('listening'));
server.on('close', () => s('close'));
server.listen(0, () => s('callback'));
s('listen returned', server.listening);
server.close((err) => s('close callback', err));
s('close returned', server.listening);
