'use strict';
// An unref'd timer that is due still runs when the last turn ends.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setImmediate(() => {
  setTimeout(() => log('due'), 1).unref();
  setTimeout(() => log('not due'), 10000).unref();
  log('immediate');
  busy(10);
});
