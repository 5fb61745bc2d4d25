// resetAndDestroy on a socket that was never connected is error ERR_SOCKET_CLOSED and close. (24)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const client = new net.Socket();
client.on('error', (err) => c('error', err));
client.on('close', (hadError) => c('close', Boolean(hadError)));
client.resetAndDestroy();
c('called', client.destroyed);
