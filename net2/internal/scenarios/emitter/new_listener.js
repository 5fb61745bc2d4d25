'use strict';
// newListener comes before the add, with the bare listener; what its listener adds comes first.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const f = () => log('f');
e.on('newListener', (name, fn) => log('new', name, fn === f, e.listenerCount(name)));
e.on('a', f);
e.once('a', f);
e.prependListener('b', () => {});
e.on('newListener', () => {});
e.removeAllListeners('newListener');
e.on('c', f);
e.once('newListener', (name) => { if (name === 'q') e.on('q', () => log('from newListener')); });
e.on('q', () => log('asked for'));
e.emit('q');
