// A port that is none throws ERR_SOCKET_BAD_PORT.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
for (const number of [-1, 65536]) {
  try {
    net.connect(number, '127.0.0.1');
  } catch (err) {
    c('threw', err.name, err);
  }
  try {
    net.connect({ port: number, host: '127.0.0.1' });
  } catch (err) {
    c('threw', err.name, err);
  }
}
