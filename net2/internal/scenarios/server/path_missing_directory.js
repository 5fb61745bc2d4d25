// A path in a directory that does not exist is an error of listen. (33)
'use strict';
const net = require('net');
const { track, socketPath } = require('../transcript.js');

const s = track('server');
const path = socketPath();
const server = net.createServer();
server.on('error', (err) => s('error', err.code, err.syscall, err));
server.listen(`${path}/missing/socket`, () => s('listening'));
