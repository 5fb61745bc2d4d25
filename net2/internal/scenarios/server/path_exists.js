// A path where a file is already is error EADDRINUSE, and the file stays. (33)
'use strict';
const net = require('net');
const fs = require('fs');
const { track, socketPath } = require('../transcript.js');

const s = track('server');
const path = socketPath();
fs.writeFileSync(path, 'mine');
const server = net.createServer();
server.on('close', () => s('close'));
server.on('error', (err) => {
  s('error', err);
  s('fields', err.code, err.syscall, err.address, err.port);
  s('state', server.listening, fs.readFileSync(path, 'utf8'));
});
server.listen(path, () => s('listening'));
s('listen returned', server.listening);
