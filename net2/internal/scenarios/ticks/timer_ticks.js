'use strict';
// Ticks and microtasks run between two timers of one list, and between two lists.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

for (const [name, ms] of [['a', 1], ['b', 1], ['c', 2]]) {
  setTimeout(() => {
    log(name);
    queueMicrotask(() => log(name, 'microtask'));
    process.nextTick(() => log(name, 'tick'));
  }, ms);
}
busy(10);
