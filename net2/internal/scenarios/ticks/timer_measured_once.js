'use strict';
// What is due is measured when the phase begins: a timer that comes due meanwhile waits for the next turn.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setImmediate(() => log('immediate'));
setTimeout(() => { log('first'); busy(250); }, 5);
setTimeout(() => log('second'), 200);
busy(10);
