// A failed lookup is lookup with the error, then error, then close; nothing connects. (29)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const lookup = (host, options, callback) => {
  const err = new Error(`getaddrinfo ENOTFOUND ${host}`);
  err.code = 'ENOTFOUND';
  setImmediate(callback, err);
};
const client = net.connect({ port: 9, host: 'name.example', family: 4, lookup });
client.on('lookup', (err, address, family, host) => c('lookup', err, address, family, host));
client.on('connect', () => c('connect'));
client.on('error', (err) => c('error', err, client.destroyed));
client.on('close', (hadError) => c('close', hadError));
