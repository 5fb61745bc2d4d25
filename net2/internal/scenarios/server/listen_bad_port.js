// A port that is none throws ERR_SOCKET_BAD_PORT.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
for (const number of [-1, 65536, 1000000]) {
  try {
    net.createServer().listen(number);
  } catch (err) {
    s('threw', err.name, err);
  }
  try {
    net.createServer().listen({ port: number, host: '127.0.0.1' });
  } catch (err) {
    s('threw', err.name, err);
  }
}
