'use strict';
// An unhandled error that is no Error is shown in the message of ERR_UNHANDLED_ERROR.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const thrown = (fn) => { try { fn(); } catch (err) { return err; } };
const values = [
  42, -1.5, 1e21, 1e20, 1e-7, 0.1, 'abc', "it's", 'a\nb\u0001', "'\"", true, null,
  Buffer.from('hi'), Buffer.alloc(51), [], [1, 'a'], { a: 1 }, { 'a-b': [true] }, {},
];
for (const v of values) {
  const err = thrown(() => e.emit('error', v));
  log(err.name, err);
}
log(thrown(() => e.emit('error')));
