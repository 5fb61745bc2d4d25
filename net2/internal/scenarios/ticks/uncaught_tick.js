'use strict';
// After an uncaught exception in a tick the other ticks wait for the end of the next callback.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => { log('uncaught', e); process.nextTick(() => log('tick of the handler')); });
process.nextTick(() => { log('a'); throw new Error('a'); });
process.nextTick(() => log('b'));
queueMicrotask(() => log('microtask'));
setTimeout(() => log('timeout'), 1);
setTimeout(() => log('timeout 2'), 1);
setImmediate(() => log('immediate'));
busy(5);
