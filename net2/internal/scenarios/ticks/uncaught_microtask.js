'use strict';
// After an uncaught exception in a microtask the other microtasks follow at once.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => { log('uncaught', e); process.nextTick(() => log('tick of the handler')); });
setTimeout(() => {
  log('timeout');
  process.nextTick(() => log('tick'));
  queueMicrotask(() => { log('m1'); process.nextTick(() => log('tick of m1')); throw new Error('m1'); });
  queueMicrotask(() => { log('m2'); queueMicrotask(() => log('m2.m')); throw new Error('m2'); });
  queueMicrotask(() => log('m3'));
}, 1);
setTimeout(() => log('timeout 2'), 1);
setImmediate(() => log('immediate'));
busy(5);
