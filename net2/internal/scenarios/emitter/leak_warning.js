'use strict';
// The eleventh listener warns, in a tick of its own, and once.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
process.removeAllListeners('warning');
process.on('warning', (w) => log('warning', w.name, w.message, w.type, w.count));
const e = new EventEmitter();
process.nextTick(() => log('tick before'));
for (let i = 0; i < 13; i++) e.on('x', () => {});
process.nextTick(() => log('tick after'));
log('main', e.listenerCount('x'), e.emit('x'));
for (let i = 0; i < 12; i++) e.once('y', () => {});
for (let i = 0; i < 12; i++) e.prependListener('z', () => {});
class Gate extends EventEmitter {}
const g = new Gate();
for (let i = 0; i < 12; i++) g.on('x', () => {});
