'use strict';
// An interval goes on after an exception in it.
const { track } = require('../transcript.js');
const log = track('loop');

process.on('uncaughtException', (e) => log('uncaught', e));
let n = 0;
const t = setInterval(() => {
  log('interval', ++n);
  if (n === 3) clearInterval(t);
  throw new Error(`of ${n}`);
}, 2);
