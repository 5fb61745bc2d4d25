// The idle timer runs while the socket is still connecting. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const client = net.connect({ port: 9, host: 'slow.example', family: 4, lookup: () => c('lookup') });
client.setTimeout(30, () => {
  c('timeout', client.connecting, client.readyState);
  client.destroy();
});
client.on('connect', () => c('connect'));
client.on('error', (err) => c('error', err));
client.on('close', (hadError) => c('close', hadError));
setTimeout(() => {}, 60);
