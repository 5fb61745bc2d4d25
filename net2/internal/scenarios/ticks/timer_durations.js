'use strict';
// Durations are whole milliseconds, at least one: 0, a negative one, 1 and 1.9 share a list, in order of age.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setTimeout(() => log('1.9'), 1.9);
setTimeout(() => log('2'), 2);
setTimeout(() => log('0'), 0);
setTimeout(() => log('1'), 1);
setTimeout(() => log('-5'), -5);
busy(10);
