'use strict';
// An uncaught exception in a tick after the last timer: the other ticks run when the check phase begins.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => log('uncaught', e));
setImmediate(() => log('immediate'));
setTimeout(() => {
  log('a');
  process.nextTick(() => { log('tick'); throw new Error('tick'); });
  process.nextTick(() => log('tick 2'));
}, 1);
busy(5);
