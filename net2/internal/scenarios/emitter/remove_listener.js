'use strict';
// removeListener comes after the removal. It names the bare listener if that was the only one of its event,
// else what was given to off; for a once listener that fires this is its wrapper.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const f = () => log('f');
const g = () => log('g');
e.on('removeListener', (name, fn) => log('removed', name, fn === f, e.listenerCount(name)));
e.on('a', f);
e.on('a', g);
e.off('a', f);
e.off('a', f);
e.off('a', g);
e.off('nothing', f);
e.once('b', f);
e.emit('b');
e.once('c', f);
e.on('c', g);
e.emit('c');
e.once('c', f);
e.off('c', f);
e.once('d', f);
e.off('d', e.rawListeners('d')[0]);
