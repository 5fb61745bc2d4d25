// connect without a port and without a path throws ERR_MISSING_ARGS.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
try {
  net.connect({ host: '127.0.0.1' });
} catch (err) {
  c('threw', err.name, err);
}
