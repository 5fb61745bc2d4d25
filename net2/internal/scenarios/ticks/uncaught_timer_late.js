'use strict';
// A phase that goes on after an exception does not measure again what is due.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

process.on('uncaughtException', (e) => log('uncaught', e));
setImmediate(() => log('immediate'));
setTimeout(() => { log('a'); busy(250); throw new Error('a'); }, 5);
setTimeout(() => log('b'), 200);
busy(10);
