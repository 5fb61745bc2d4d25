'use strict';
// A timer that fired counts again once it is refreshed, ref'd or not as it was left.
const { track, exit } = require('../transcript.js');
const log = track('loop');

const u = setTimeout(() => log('fired unref'), 5).unref();
const t = setTimeout(() => log('fired'), 5);
setTimeout(() => { u.refresh(); t.refresh(); }, 50);
setTimeout(() => t.unref().refresh(), 100);
exit(() => log('exit'));
