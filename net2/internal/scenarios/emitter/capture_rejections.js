'use strict';
// With captureRejections a rejected promise becomes an error event, ticks after the emission.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter({ captureRejections: true });
e.on('error', (err) => log('error', err));
e.on('x', async (v) => { log('first', v); throw new Error(`no ${v}`); });
e.on('x', (v) => log('second', v));
e.on('fine', async () => {});
process.nextTick(() => log('tick'));
log(e.emit('x', 'one'));
log(e.emit('fine'));
log('end of main');
e.once('y', async () => { throw new Error('once'); });
e.emit('y');
