'use strict';
// The monitor sees errors first, and handles none.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const thrown = (fn) => { try { fn(); } catch (err) { return err; } };
e.on(EventEmitter.errorMonitor, (err, n) => log('monitor', err, n));
log('thrown', thrown(() => e.emit('error', new Error('one'), 1)));
e.on('error', (err) => log('listener', err));
log(e.emit('error', new Error('two'), 2));
log(e.emit(EventEmitter.errorMonitor, new Error('itself'), 3));
log(e.emit('other', 4));
e.once(EventEmitter.errorMonitor, () => { log('monitor clears'); e.removeAllListeners('error'); });
log('thrown', thrown(() => e.emit('error', new Error('three'), 5)));
log(e.listenerCount(EventEmitter.errorMonitor), e.eventNames().length);
