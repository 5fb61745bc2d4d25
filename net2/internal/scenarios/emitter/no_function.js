'use strict';
// What is no function is refused at once, with the value in the message.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const thrown = (fn) => { try { fn(); } catch (err) { return err; } };
const values = [
  42, 1.5, 'abc', "it's", 'a'.repeat(28), 'a'.repeat(29), true, null, [1], {}, Buffer.from('x'), new (class Gate {})(),
];
for (const v of values) log(thrown(() => e.on('x', v)));
log(thrown(() => e.once('x', 42)));
log(thrown(() => e.off('x', 42)));
log(thrown(() => e.prependListener('x', 42)));
log(thrown(() => e.prependOnceListener('x', 42)));
log(thrown(() => e.on('x', 42)).name, e.eventNames().length);
