'use strict';
// From a finished piece of I/O: ticks, microtasks, immediates, then timers, even a timer that is due already.
const fs = require('fs');
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

fs.access(__filename, () => {
  setTimeout(() => log('timeout'), 0);
  setImmediate(() => log('immediate'));
  queueMicrotask(() => log('microtask'));
  process.nextTick(() => log('tick'));
  busy(5);
  log('io');
});
