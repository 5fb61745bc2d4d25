'use strict';
// Immediates run in order, with ticks between; those set in the check phase run a turn later, after due timers.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setImmediate(() => {
  log('a');
  setImmediate(() => log('a again'));
  setTimeout(() => log('timeout'), 1);
  process.nextTick(() => { log('tick'); setImmediate(() => log('of tick')); });
  queueMicrotask(() => log('microtask'));
  busy(5);
});
setImmediate(() => log('b'));
