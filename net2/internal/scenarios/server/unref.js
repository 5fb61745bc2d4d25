// An unref'd server does not keep the process alive. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
s('same server', server.unref() === server);
server.on('close', () => s('close'));
server.listen(0, '127.0.0.1', () => s('listening'));
exit(() => s('exit', server.listening));
