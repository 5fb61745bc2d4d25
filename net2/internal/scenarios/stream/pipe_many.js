'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
function source(log, chunks = 6) {
  let n = 0;
  const src = new Readable({ highWaterMark: 3, read() { n++; if (n > chunks) this.push(null); else this.push('chunk' + n); } });
  for (const e of ['end', 'close', 'pause', 'resume']) src.on(e, () => log('src', e));
  return src;
}
function sink(log, name, hwm, turns) {
  const wait = (cb, left) => { if (left === 0) cb(); else setImmediate(wait, cb, left - 1); };
  const dst = new Writable({ highWaterMark: hwm, write(c, e, cb) { log(name, '_write', c); wait(cb, turns); } });
  for (const e of ['drain', 'finish', 'close']) dst.on(e, () => log(name, e));
  dst.on('unpipe', () => log(name, 'unpipe'));
  dst.on('error', (e) => log(name, 'error', e));
  return dst;
}
{
  const log = track('slow and fast');
  const src = source(log);
  src.pipe(sink(log, 'slow', 4, 3));
  src.pipe(sink(log, 'fast', 4, 0));
}
{
  const log = track('both slow');
  const src = source(log);
  src.pipe(sink(log, 'one', 4, 1));
  src.pipe(sink(log, 'two', 4, 4));
}
{
  const log = track('slow one leaves');
  const src = source(log);
  const slow = sink(log, 'slow', 4, 5);
  src.pipe(slow);
  src.pipe(sink(log, 'fast', 4, 1));
  setImmediate(() => setImmediate(() => { log('unpipe'); src.unpipe(slow); slow.end(); }));
}
{
  const log = track('slow one dies');
  const src = source(log);
  const slow = sink(log, 'slow', 4, 5);
  src.pipe(sink(log, 'fast', 4, 1));
  src.pipe(slow);
  setImmediate(() => setImmediate(() => { log('destroy'); slow.destroy(new Error('gone')); }));
}
{
  const log = track('third joins');
  const src = source(log);
  src.pipe(sink(log, 'one', 4, 1));
  setImmediate(() => { log('joins'); src.pipe(sink(log, 'two', 4, 2)); src.pipe(sink(log, 'three', 100, 1)); });
}
{
  const log = track('same twice');
  const src = source(log, 3);
  const dst = sink(log, 'dst', 100, 1);
  src.pipe(dst);
  src.pipe(dst);
  src.once('data', () => { log('unpipe'); src.unpipe(dst); log(dst.listenerCount('unpipe'), src.listenerCount('data')); });
}
{
  const log = track('same twice slow');
  const src = source(log, 3);
  const dst = sink(log, 'dst', 4, 1);
  src.pipe(dst);
  src.pipe(dst, { end: false });
}
{
  const log = track('two sources');
  const a = source(log, 2);
  const b = source(log, 3);
  const dst = sink(log, 'dst', 4, 1);
  a.pipe(dst, { end: false });
  b.pipe(dst, { end: false });
  let ends = 0;
  for (const s of [a, b]) s.on('end', () => { if (++ends === 2) dst.end(); });
}
{
  const log = track('all leave');
  const src = source(log);
  const one = sink(log, 'one', 4, 1);
  const two = sink(log, 'two', 4, 2);
  src.pipe(one);
  src.pipe(two);
  setImmediate(() => { src.unpipe(); log(String(src.readableFlowing)); one.end(); two.end(); setImmediate(() => { src.pipe(sink(log, 'three', 4, 0)); log(String(src.readableFlowing)); }); });
}
