'use strict';
// The next run of an interval is counted from before its callback; runs that were missed are not made up for.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

let n = 0;
const t = setInterval(() => {
  log('interval', ++n);
  if (n === 3) return clearInterval(t);
  setTimeout(() => log('timeout before'), 90);
  busy(60);
  setTimeout(() => log('timeout after'), 90);
}, 100);
