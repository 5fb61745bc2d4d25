'use strict';
const { track } = require('../transcript.js');
const { Writable } = require('stream');
function run(name, write, options, use) {
  const log = track(name);
  const w = new Writable({ highWaterMark: 2, write(c, e, cb) { log('_write', c); write(cb); }, ...options });
  for (const e of ['drain', 'finish', 'close']) w.on(e, () => log(e));
  use(w, log);
  process.nextTick(() => log('tick'));
  queueMicrotask(() => log('microtask'));
}
const sync = (cb) => cb();
function same(w, log) {
  let n = 0;
  const cb = (e) => { log('same', ++n, e); queueMicrotask(() => log('after', n)); };
  w.write('a', cb);
  w.write('b', cb);
  process.nextTick(() => log('between'));
  w.write('ccc', cb);
  w.end('d', cb);
}
function mixed(w, log) {
  let n = 0;
  const one = (e) => log('one', ++n, e);
  const two = (e) => log('two', ++n, e);
  w.write('a', one);
  w.write('b', two);
  w.write('c', one);
  w.write('d');
  w.write('e', one);
  process.nextTick(() => { w.write('f', one); w.write('g', one); w.end(two); });
}
function nested(w, log) {
  w.write('a', () => { log('a'); w.write('b', () => { log('b'); w.end('c', () => log('c')); }); log('a returns'); });
  w.on('drain', () => { if (w.writable) log('in drain', w.write('d', () => log('d'))); });
}
for (const [name, use] of Object.entries({ same, mixed, nested })) {
  run(name, sync, {}, use);
  run(name + ' later', (cb) => setImmediate(cb), {}, use);
  run(name + ' objects', sync, { objectMode: true }, use);
  run(name + ' in a tick', (cb) => process.nextTick(cb), {}, use);
}
