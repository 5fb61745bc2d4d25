'use strict';
// An uncaught exception in a tick after the last timer: the other ticks wait for the end of an I/O callback that is due.
const fs = require('fs');
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => log('uncaught', e));
setImmediate(() => {
  setTimeout(() => {
    log('a');
    process.nextTick(() => { log('tick'); throw new Error('tick'); });
    process.nextTick(() => log('tick 2'));
    setImmediate(() => log('immediate'));
  }, 1);
  fs.access(__filename, () => {
    log('io');
    process.nextTick(() => log('io tick'));
  });
  busy(100);
});
