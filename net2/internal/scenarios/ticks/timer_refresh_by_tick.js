'use strict';
// A timer found due fires although a tick refreshes it; a timer further back in the list is put off.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

let b, c;
setTimeout(() => {
  log('a');
  process.nextTick(() => { log('tick'); b.refresh(); c.refresh(); });
}, 20);
b = setTimeout(() => log('b'), 20);
c = setTimeout(() => log('c'), 20);
setTimeout(() => log('d'), 25);
busy(30);
