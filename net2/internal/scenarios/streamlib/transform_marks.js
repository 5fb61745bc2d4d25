'use strict';
const { track } = require('../transcript.js');
const { Transform, PassThrough } = require('stream');

const log = track('marks');
const show = (name, o) => {
  const t = new PassThrough(o);
  log(name, t.readableHighWaterMark, t.writableHighWaterMark);
};
show('none', {});
show('both', { highWaterMark: 7 });
show('split', { readableHighWaterMark: 3, writableHighWaterMark: 5 });
show('readable', { readableHighWaterMark: 3 });
show('writable', { writableHighWaterMark: 5 });
show('over', { highWaterMark: 7, readableHighWaterMark: 3, writableHighWaterMark: 5 });
show('zero', { highWaterMark: 0 });
show('zero readable', { readableHighWaterMark: 0 });
show('zero readable, some writable', { readableHighWaterMark: 0, writableHighWaterMark: 5 });
show('objects', { objectMode: true });

const zero = track('zero');
const t = new Transform({ highWaterMark: 0, transform: (c, e, cb) => { zero('transform', c); cb(null, c); } });
t.on('drain', () => zero('drain'));
zero('write', t.write('a'), t.writableNeedDrain);
zero('write', t.write('b'), t.writableNeedDrain);
setImmediate(() => {
  zero('held', t.writableLength, t.readableLength);
  t.on('data', (d) => zero('data', d));
  t.on('end', () => zero('end'));
  setImmediate(() => { zero('left', t.writableLength); t.end(); });
});
