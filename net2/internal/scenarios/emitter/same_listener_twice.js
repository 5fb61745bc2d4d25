'use strict';
// A listener may be there several times. off takes the one that was added last, one at a time.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const f = () => log('f');
const g = () => log('g');
e.on('x', f).on('x', g).on('x', f).addListener('x', f);
log(e.listenerCount('x'), e.listenerCount('x', f));
e.emit('x');
e.off('x', f).removeListener('x', f);
log('two less', e.listenerCount('x', f));
e.emit('x');
e.off('x', f);
e.off('x', f);
log('none', e.listenerCount('x', f), e.emit('x'));
