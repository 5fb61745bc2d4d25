'use strict';
// prependListener and prependOnceListener go to the front.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
e.on('x', () => log('on'));
e.prependListener('x', () => log('prepended'));
e.prependOnceListener('x', () => log('prepended once'));
e.once('x', () => log('once'));
e.prependListener('x', () => log('first'));
e.emit('x');
log('second time');
e.emit('x');
e.prependListener('y', () => { log('y'); e.prependListener('y', () => log('y before')); });
e.emit('y');
e.emit('y');
