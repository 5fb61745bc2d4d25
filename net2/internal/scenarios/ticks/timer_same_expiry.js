'use strict';
// Of two lists that are due at the same time the one made first goes first; in one list age decides.
const { track } = require('../transcript.js');
const log = track('loop');
const busy = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

setTimeout(() => log('20 first'), 20);
setTimeout(() => log('10 first'), 10);
setTimeout(() => log('20 second'), 20);
setTimeout(() => log('10 second'), 10);
busy(40);
