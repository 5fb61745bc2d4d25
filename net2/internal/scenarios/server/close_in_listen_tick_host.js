// close() in the tick of listen() with a host calls the listen off. (16)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.on('listening', () => s('listening'));
server.on('close', () => s('close'));
server.listen(0, '127.0.0.1', () => s('callback'));
server.close((err) => s('close callback', err));
s('close returned', server.listening);
