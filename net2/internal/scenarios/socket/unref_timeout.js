// A socket's idle timer does not keep the process alive. (25)
'use strict';
const net = require('net');
const { track, exit } = require('../transcript.js');

const c = track('client');
const client = new net.Socket();
client.setTimeout(10000, () => c('timeout'));
client.on('close', () => c('close'));
exit(() => c('exit', client.destroyed));
