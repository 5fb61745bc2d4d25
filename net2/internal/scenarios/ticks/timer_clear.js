'use strict';
// A cleared timer does not run: cleared by another, by a tick between them, by itself; clearing twice does nothing.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

const later = [];
setTimeout(() => {
  log('a');
  clearTimeout(later[0]);
  process.nextTick(() => { log('tick'); clearTimeout(later[1]); });
}, 5);
later.push(setTimeout(() => log('cleared by a'), 5));
later.push(setTimeout(() => log('cleared by a tick'), 5));
const own = setTimeout(() => { log('clears itself'); clearTimeout(own); clearTimeout(own); own.refresh(); }, 5);
const fired = setTimeout(() => log('fired'), 5);
setTimeout(() => { clearTimeout(fired); clearTimeout(null); log('end'); }, 6);
busy(10);
