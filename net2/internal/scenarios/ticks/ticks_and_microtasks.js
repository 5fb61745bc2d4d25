'use strict';
// All ticks go before any microtask, also those that ticks queue; a tick queued by a microtask waits for all microtasks.
const { track } = require('../transcript.js');
const log = track('loop');

setImmediate(() => log('immediate'));
process.nextTick(() => {
  log('t1');
  process.nextTick(() => log('t1.t'));
  queueMicrotask(() => log('t1.m'));
});
queueMicrotask(() => {
  log('m1');
  process.nextTick(() => { log('m1.t'); queueMicrotask(() => log('m1.t.m')); });
  queueMicrotask(() => { log('m1.m'); process.nextTick(() => log('m1.m.t')); });
});
queueMicrotask(() => log('m2'));
process.nextTick(() => log('t2'));
