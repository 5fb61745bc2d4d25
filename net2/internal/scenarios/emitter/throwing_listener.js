'use strict';
// A listener that throws ends the emission, and the emitter works on.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const thrown = (fn) => { try { fn(); } catch (err) { return err; } };
e.on('x', () => log('before'));
e.once('x', () => { throw new Error('boom'); });
e.on('x', () => log('after'));
log('thrown', thrown(() => e.emit('x')));
log(e.emit('x'));
e.once('newListener', () => { throw new Error('not added'); });
log('thrown', thrown(() => e.on('y', () => {})), e.listenerCount('y'));
e.once('removeListener', () => { throw new Error('removed all the same'); });
const f = () => {};
e.on('z', f);
log('thrown', thrown(() => e.off('z', f)), e.listenerCount('z'));
