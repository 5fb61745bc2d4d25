'use strict';
// An unref'd immediate holds neither the loop nor its rest: it runs when something else wakes the loop.
const { track } = require('../transcript.js');
const log = track('loop');

const start = Date.now();
const im = setImmediate(() => log('immediate', Date.now() - start > 50));
log(im.hasRef(), im.unref().hasRef(), im.unref().ref().hasRef(), im.unref().hasRef());
setTimeout(() => {
  log('timeout');
  setImmediate(() => log('immediate again')).unref();
}, 80);
setTimeout(() => log('late'), 120);
