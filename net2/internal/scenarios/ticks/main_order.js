'use strict';
// Before anything else: the ticks of the main script, then its microtasks. A due timer precedes the immediates.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setImmediate(() => log('immediate'));
setTimeout(() => log('timeout'), 1);
queueMicrotask(() => log('microtask'));
process.nextTick(() => log('tick'));
process.nextTick(() => log('second tick'));
busy(5);
log('main');
