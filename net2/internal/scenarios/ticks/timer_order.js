'use strict';
// Timers run by when they are due, those of one duration by age, whenever they were set.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setTimeout(() => log('100 first'), 100);
setTimeout(() => log('10 first'), 10);
setTimeout(() => log('100 second'), 100);
setTimeout(() => log('10 second'), 10);
busy(120);
