'use strict';
// An exception in a tick of the check phase: the other ticks wait for the end of the next callback.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => log('uncaught', e));
setImmediate(() => {
  log('a');
  process.nextTick(() => { log('a tick'); throw new Error('a tick'); });
  process.nextTick(() => log('a tick 2'));
});
setImmediate(() => {
  log('b');
  setTimeout(() => log('timeout'), 1);
  setImmediate(() => log('next'));
  process.nextTick(() => { log('b tick'); throw new Error('b tick'); });
  process.nextTick(() => log('b tick 2'));
  busy(5);
});
