'use strict';
// emit tells whether anyone listened, not what they said; missing arguments are nothing, surplus ones are dropped.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
log(e.emit('x'), e.emit(''), e.emit('newListener'));
e.on('x', () => false);
log(e.emit('x'));
e.on('', () => log('the empty name'));
log(e.emit(''));
e.on('args', (a, b) => log('two', a, b));
e.on('args', (...all) => log('all', all.length));
e.on('args', () => log('none'));
log(e.emit('args', 'a', 'b'), e.emit('args', 'a', 'b', 'c'));
e.once('gone', () => {});
log(e.emit('gone'), e.emit('gone'));
