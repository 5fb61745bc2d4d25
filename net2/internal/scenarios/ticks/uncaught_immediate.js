'use strict';
// After an exception in an immediate the next one runs, then the ticks; after one in the last, the next turn's follow at once.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => log('uncaught', e));
setImmediate(() => {
  log('a');
  process.nextTick(() => log('a tick'));
  setImmediate(() => log('a next'));
  throw new Error('a');
});
setImmediate(() => { log('b'); process.nextTick(() => log('b tick')); });
setImmediate(() => {
  log('c');
  setTimeout(() => log('timeout'), 1);
  process.nextTick(() => log('c tick'));
  setImmediate(() => log('c next'));
  busy(5);
  throw new Error('c');
});
