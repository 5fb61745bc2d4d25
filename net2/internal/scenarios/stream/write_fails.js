'use strict';
const { track } = require('../transcript.js');
const { Writable } = require('stream');
function run(name, options, write) {
  const log = track(name);
  let n = 0;
  const w = new Writable({ write(c, e, cb) { log('_write', c); write(++n, cb, log); }, ...options });
  for (const e of ['drain', 'finish', 'close']) w.on(e, () => log(e));
  w.on('error', (e) => log('error', e, w.writableLength));
  for (const c of ['a', 'b', 'c']) log(w.write(c, (e) => log(c, e)), w.errored);
  w.end((e) => log('end', e));
  process.nextTick(() => log('tick'));
  setImmediate(() => setImmediate(() => setImmediate(() => log('later', w.write('d', (e) => log('d', e)), w.writableLength))));
}
const bad = () => new Error('bad');
run('first sync', {}, (n, cb) => cb(bad()));
run('first async', {}, (n, cb) => setImmediate(cb, bad()));
run('second sync', {}, (n, cb) => cb(n === 2 ? bad() : null));
run('second async', {}, (n, cb) => setImmediate(cb, n === 2 ? bad() : null));
run('kept sync', { autoDestroy: false }, (n, cb) => cb(n === 2 ? bad() : null));
run('kept async', { autoDestroy: false }, (n, cb) => setImmediate(cb, n === 2 ? bad() : null));
run('twice sync', {}, (n, cb) => { cb(); cb(); });
run('twice async', {}, (n, cb) => setImmediate(() => { cb(); cb(); }));
run('sync then async', {}, (n, cb) => { cb(); if (n === 3) setImmediate(cb); });
