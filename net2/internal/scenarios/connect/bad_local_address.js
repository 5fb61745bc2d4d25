// A local address that is none throws ERR_INVALID_IP_ADDRESS.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
try {
  net.connect({ port: 9, host: '127.0.0.1', localAddress: 'localhost' });
} catch (err) {
  c('threw', err.name, err);
}
