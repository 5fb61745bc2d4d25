// A socket that never connected can be destroyed: close follows on a later tick. (13)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const client = new net.Socket();
client.on('close', (hadError) => c('close', Boolean(hadError)));
client.destroy();
process.nextTick(() => c('tick'));
setImmediate(() => c('immediate'));
c('destroyed', client.destroyed);
