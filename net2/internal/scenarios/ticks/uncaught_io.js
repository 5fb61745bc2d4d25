'use strict';
// An exception in an I/O callback: its ticks run when the check phase begins, ahead of the immediates.
const fs = require('fs');
const { track } = require('../transcript.js');
const log = track('loop');

process.on('uncaughtException', (e) => log('uncaught', e));
fs.access(__filename, () => {
  log('io');
  setImmediate(() => log('immediate'));
  process.nextTick(() => { log('tick'); setImmediate(() => log('of tick')); throw new Error('tick'); });
  process.nextTick(() => log('tick 2'));
  throw new Error('io');
});
