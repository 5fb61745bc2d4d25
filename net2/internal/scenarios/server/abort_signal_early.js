// A signal that is aborted already closes the server before it is listening.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.on('listening', () => s('listening'));
server.on('error', (err) => s('error', err));
server.on('close', () => s('close', server.listening));
server.listen({ port: 0, host: '127.0.0.1', signal: AbortSignal.abort() });
s('listen returned');
