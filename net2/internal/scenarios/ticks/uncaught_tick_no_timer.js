'use strict';
// With no callback in between, those ticks run when the check phase begins.
const { track } = require('../transcript.js');
const log = track('loop');

process.on('uncaughtException', (e) => log('uncaught', e));
process.nextTick(() => { log('a'); throw new Error('a'); });
process.nextTick(() => { log('b'); setImmediate(() => log('of b')); });
process.nextTick(() => { log('c'); throw new Error('c'); });
process.nextTick(() => log('d'));
setImmediate(() => log('immediate'));
setImmediate(() => log('immediate 2'));
