// After EADDRINUSE the same server can listen on another port. (16)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const first = net.createServer();
first.listen(0, '127.0.0.1', () => {
  const second = net.createServer();
  second.on('error', (err) => {
    s('error', err.code);
    second.listen(0, '127.0.0.1');
  });
  second.on('listening', () => {
    s('listening', second.listening);
    first.close();
    second.close(() => s('close'));
  });
  second.listen(first.address().port, '127.0.0.1');
});
