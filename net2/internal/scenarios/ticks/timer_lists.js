'use strict';
// A list that is started runs all its due timers, also one that is due after the first of another list.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setTimeout(() => log('a of 30, due at 30'), 30);
busy(10);
setTimeout(() => log('b of 25, due at 35'), 25);
setTimeout(() => log('c of 30, due at 40'), 30);
busy(60);
