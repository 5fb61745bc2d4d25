// An answer of lookup that comes after destroy still emits lookup, and connects nothing. (18)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
let answer;
const lookup = (host, options, callback) => { answer = callback; };
const client = net.connect({ port: 9, host: 'name.example', family: 4, lookup });
client.on('lookup', (err, address) => c('lookup', err, address));
client.on('connectionAttempt', () => c('attempt'));
client.on('error', (err) => c('error', err));
client.on('close', (hadError) => {
  c('close', hadError);
  answer(null, '127.0.0.1', 4);
  setImmediate(() => c('after the answer', client.connecting));
});
client.destroy();
