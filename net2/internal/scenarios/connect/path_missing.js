// A path where nothing is, is error `connect ENOENT`, and close. (33)
'use strict';
const net = require('net');
const { track, socketPath } = require('../transcript.js');

const c = track('client');
const path = socketPath();
const client = net.connect(path, () => c('connect'));
client.on('lookup', () => c('lookup'));
client.on('error', (err) => {
  c('error', err);
  c('fields', err.code, err.syscall, err.address, err.port);
});
client.on('close', (hadError) => c('close', hadError));
c('connecting', client.connecting);
