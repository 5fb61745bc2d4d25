'use strict';
// An unref'd interval runs as long as something else holds the loop.
const { track } = require('../transcript.js');
const log = track('loop');

let n = 0;
setInterval(() => { if (++n < 3) log('interval', n); }, 10).unref();
setTimeout(() => log('end'), 150);
