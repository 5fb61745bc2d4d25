'use strict';
// A once listener is gone before it is called, so that it may emit again; it may also add itself again.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
e.once('x', (n) => { log('once', n, e.listenerCount('x')); if (n < 3) e.emit('x', n + 1); });
e.on('x', (n) => log('on', n));
e.emit('x', 1);
e.emit('x', 4);
const again = (n) => { log('again', n); if (n < 2) e.once('y', again); };
e.once('y', again);
log(e.emit('y', 1), e.emit('y', 2), e.emit('y', 3));
const never = () => log('never');
e.once('z', never);
e.off('z', never);
log(e.emit('z'));
// Removed by a listener before it in the same emission, it is still called, and once.
const doomed = () => log('doomed');
e.on('w', () => e.off('w', doomed));
e.once('w', doomed);
e.emit('w');
log(e.listenerCount('w'));
