// A write to a socket that was never told to connect fails with ERR_SOCKET_CLOSED. (13)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const client = new net.Socket();
client.on('error', (err) => c('error', err));
client.on('close', (hadError) => c('close', Boolean(hadError)));
c('write returned', client.write('hello', (err) => c('written', err)));
c('state', client.pending, client.connecting, client.readyState);
