'use strict';
// The same in the microtasks of the main script.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => log('uncaught', e));
queueMicrotask(() => { log('m1'); throw new Error('m1'); });
queueMicrotask(() => { log('m2'); process.nextTick(() => { log('tick'); throw new Error('tick'); }); });
queueMicrotask(() => { log('m3'); process.nextTick(() => log('tick 2')); });
setTimeout(() => log('timeout'), 1);
busy(5);
