// A port in use is an asynchronous error without close; the server is not listening. (16)
'use strict';
const net = require('net');
const os = require('os');
const { track, port } = require('../transcript.js');

const s = track('server');
const first = net.createServer();
first.listen(0, '127.0.0.1', () => {
  const number = first.address().port;
  port(number, 'PORT');
  const second = net.createServer();
  second.on('listening', () => s('listening'));
  second.on('close', () => s('close'));
  second.on('error', (err) => {
    s('error', err);
    s('fields', err.code, err.syscall, err.address, err.port, -err.errno === os.constants.errno.EADDRINUSE);
    s('state', second.listening, second.address());
    first.close();
  });
  second.listen(number, '127.0.0.1');
  s('listen returned');
});
