// An answer of lookup whose family is neither 4 nor 6 is error ERR_INVALID_ADDRESS_FAMILY. (29)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const lookup = (host, options, callback) => setImmediate(callback, null, '127.0.0.1', 5);
const client = net.connect({ port: 9, host: 'name.example', family: 4, lookup });
client.on('error', (err) => c('error', err));
client.on('close', (hadError) => c('close', hadError));
