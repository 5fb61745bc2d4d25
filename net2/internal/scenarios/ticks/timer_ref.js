'use strict';
// hasRef tells the last ref or unref, fired or not; an unref'd timer does not hold the loop, ref undoes it.
const { track, exit } = require('../transcript.js');
const log = track('loop');

const t = setTimeout(() => log('ref'), 10);
log(t.hasRef(), t.unref().hasRef(), t.unref().ref().hasRef());
setTimeout(() => log('never'), 10000).unref();
setInterval(() => log('never'), 10000).unref();
const twice = setTimeout(() => log('never'), 10000);
twice.unref();
twice.unref();
exit(() => log('exit', t.hasRef(), twice.hasRef()));
