'use strict';
// removeAllListeners tells a removeListener listener of each: event by event, last added first, itself last.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const named = {};
const make = (name) => (named[name] = () => {});
const who = (fn) => Object.keys(named).find((n) => named[n] === fn) ?? 'other';
e.on('b', make('b1'));
e.on('removeListener', (event, fn) => log('removed', event, who(fn), e.listenerCount(event)));
e.on('a', make('a1'));
e.on('a', make('a2'));
e.once('a', make('a3'));
e.on('b', make('b2'));
e.on('removeListener', named.r = () => log('second'));
e.removeAllListeners('b');
e.on('b', make('b3'));
log('all', e.removeAllListeners() === e, e.eventNames().length);
e.on('c', () => {});
e.removeAllListeners('nothing');
log(e.eventNames().join());
e.removeAllListeners('c');
log(e.emit('c'));
