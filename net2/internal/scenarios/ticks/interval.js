'use strict';
// An interval runs until it is cleared, by itself or by another; clearTimeout takes it too.
const { track } = require('../transcript.js');
const log = track('loop');

const self = track('self');
let n = 0;
const own = setInterval(() => { self('own', ++n); if (n === 3) clearInterval(own); }, 10);
let m = 0;
const other = setInterval(() => log('other', ++m), 100);
setTimeout(() => { log('clear'); clearTimeout(other); }, 250);
