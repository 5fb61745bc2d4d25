'use strict';
const { track } = require('../transcript.js');
const { Writable } = require('stream');
function run(name, write) {
  const log = track(name);
  const w = new Writable({ highWaterMark: 4, write(c, e, cb) { log('_write', c, e, w.writableLength); write(cb); } });
  for (const e of ['drain', 'prefinish', 'finish', 'close']) w.on(e, () => log(e, w.writableLength, w.writableNeedDrain));
  const done = (n) => (err) => { log('written', n, err); process.nextTick(() => log('tick after', n)); };
  log(w.write('a', done(1)), w.write('bc', done(2)), w.write('def', done(3)), w.write('g'), w.writableLength, w.writableNeedDrain);
  process.nextTick(() => log('tick'));
  queueMicrotask(() => log('microtask'));
  setImmediate(() => setImmediate(() => setImmediate(() => setImmediate(() => setImmediate(() => {
    log(w.write('12345', done(4)));
    w.end('6', () => log('ended'));
    log(w.writableEnded, w.writableFinished, w.writable);
  })))));
}
run('sync', (cb) => cb());
run('tick', (cb) => process.nextTick(cb));
run('immediate', (cb) => setImmediate(cb));
