'use strict';
// refresh starts a timer anew: in its own callback, after it fired; not after it was cleared.
const { track, exit } = require('../transcript.js');
const log = track('loop');

let n = 0;
const own = setTimeout(() => { log('own', ++n); if (n < 3) own.refresh(); }, 10);
const moved = setTimeout(() => log('moved'), 30);
setTimeout(() => { log('at 20'); moved.refresh(); }, 20);
setTimeout(() => log('at 40'), 40);
const again = setTimeout(() => log('again'), 60);
setTimeout(() => again.refresh(), 70);
const cleared = setTimeout(() => log('never'), 10);
clearTimeout(cleared);
cleared.refresh();
exit(() => log('exit'));
