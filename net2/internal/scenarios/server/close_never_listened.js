// close() of a server that never listened hands ERR_SERVER_NOT_RUNNING to its callback, and emits close. (15)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.on('close', () => s('close'));
server.close((err) => s('callback', err));
s('closed', server.listening);
