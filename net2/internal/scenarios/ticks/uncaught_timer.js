'use strict';
// After an uncaught exception in a timer the next timer runs first, then the ticks of both.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => log('uncaught', e));
setTimeout(() => {
  log('a');
  process.nextTick(() => log('a tick'));
  queueMicrotask(() => log('a microtask'));
  setImmediate(() => log('a immediate'));
  throw new Error('a');
}, 1);
setTimeout(() => { log('b'); process.nextTick(() => log('b tick')); }, 1);
setTimeout(() => {
  log('c');
  process.nextTick(() => { log('c tick'); process.nextTick(() => log('c tick tick')); throw new Error('c tick'); });
  process.nextTick(() => log('c tick 2'));
}, 2);
setTimeout(() => log('d'), 2);
setTimeout(() => { log('e'); process.nextTick(() => log('e tick')); throw new Error('e'); }, 3);
busy(10);
