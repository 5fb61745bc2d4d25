'use strict';
// refresh starts a timer anew: in its own callback, before it is due, after it fired; not after it was cleared.
const { track } = require('../transcript.js');
const log = track('loop');

let n = 0;
const self = track('self');
const own = setTimeout(() => { self('own', ++n); if (n < 3) own.refresh(); }, 10);
const moved = setTimeout(() => log('moved'), 120);
setTimeout(() => { log('at 80'); moved.refresh(); }, 80);
setTimeout(() => log('at 160'), 160);
const late = track('late');
const again = setTimeout(() => late('again'), 20);
setTimeout(() => { late('refresh'); again.refresh(); }, 100);
const cleared = setTimeout(() => log('never'), 10);
clearTimeout(cleared);
cleared.refresh();
