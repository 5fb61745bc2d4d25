// An answer of lookup that is no address is error ERR_INVALID_IP_ADDRESS. (29)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const lookup = (host, options, callback) => setImmediate(callback, null, 'not an address', 4);
const client = net.connect({ port: 9, host: 'name.example', family: 4, lookup });
client.on('lookup', (err, address, family, host) => c('lookup', err, address, family, host));
client.on('error', (err) => c('error', err));
client.on('close', (hadError) => c('close', hadError));
