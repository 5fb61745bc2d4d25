'use strict';
// A timer set by a timer waits for a later turn, however late the loop is; immediates come between.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setTimeout(() => {
  log('outer');
  setTimeout(() => log('inner'), 1);
  setImmediate(() => log('immediate'));
  busy(10);
}, 1);
setTimeout(() => log('same list'), 1);
busy(5);
