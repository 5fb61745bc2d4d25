// Port 0 is no missing port: the host is looked up, and the errors of that come first.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const unknown = (host, options, callback) => {
  c('lookup', host);
  setImmediate(callback, Object.assign(new Error(`nobody knows ${host}`), { code: 'ENOTFOUND' }));
};
const client = net.connect({ port: 0, host: 'name.example', lookup: unknown });
client.on('error', (err) => c('error', err));
client.on('close', (hadError) => c('close', hadError));

const f = track('family');
const odd = (host, options, callback) => setImmediate(callback, null, '127.0.0.1', 5);
const other = net.connect({ port: 0, host: 'name.example', family: 4, lookup: odd });
other.on('error', (err) => f('error', err, err.host, err.port));
other.on('close', (hadError) => f('close', hadError));
