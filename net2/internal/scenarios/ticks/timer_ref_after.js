'use strict';
// A timer that fired counts again once it is refreshed, ref'd or not as it was left.
const { track, exit } = require('../transcript.js');
const log = track('loop');

const t = setTimeout(() => log('fired'), 5);
const u = setTimeout(() => log('fired unref'), 5).unref();
setTimeout(() => { t.refresh(); u.refresh(); u.unref(); }, 20);
exit(() => log('exit'));
