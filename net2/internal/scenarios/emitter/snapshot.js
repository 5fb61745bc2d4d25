'use strict';
// An emission calls the listeners that were there when it began, whatever they add or remove.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const late = () => log('late');
const gone = () => log('gone');
e.on('x', () => { log('first'); e.on('x', late); e.off('x', gone); });
e.on('x', gone);
e.on('x', () => log('last'));
e.emit('x');
log('second time');
e.emit('x');
log('cleared meanwhile');
e.prependListener('x', () => e.removeAllListeners());
e.emit('x');
log('after', e.emit('x'));
