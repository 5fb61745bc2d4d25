'use strict';
const { track } = require('../transcript.js');
const { Duplex } = require('stream');
function run(name, options, use) {
  const log = track(name);
  const d = new Duplex({ read() {}, write(c, e, cb) { log('_write', c); setImmediate(cb); }, final(cb) { log('_final'); cb(); }, ...options });
  for (const e of ['data', 'end', 'prefinish', 'finish', 'close', 'error']) d.on(e, (a) => log(e, ...(a === undefined ? [] : [a])));
  const state = (where) => log(where, d.readable, d.writable, d.readableEnded, d.writableEnded, d.writableFinished, d.destroyed);
  state('new');
  use(d, log, state);
  setImmediate(() => setImmediate(() => setImmediate(() => state('later'))));
}
const both = (d, log) => { d.push('in'); d.push(null); d.write('out'); d.end(); };
run('end first', {}, (d) => { d.push('in'); d.push(null); setImmediate(() => { d.write('out'); d.end(); }); });
run('finish first', {}, (d) => { d.write('out'); d.end(); setImmediate(() => setImmediate(() => setImmediate(() => { d.push('in'); d.push(null); }))); });
run('both', {}, both);
run('half open', { allowHalfOpen: true }, (d, log) => { d.push(null); d.on('end', () => process.nextTick(() => log('still', d.writable))); });
run('not half open', { allowHalfOpen: false }, (d, log) => { d.push(null); d.on('end', () => log(d.write('in end', (e) => log('in end', e)))); });
run('not half open ended', { allowHalfOpen: false }, (d) => { d.end('x'); d.push(null); });
run('not half open late', { allowHalfOpen: false }, (d, log) => { d.push(null); d.on('end', () => setImmediate(() => d.write('late', (e) => log('late', e)))); });
run('set later', {}, (d) => { d.allowHalfOpen = false; d.push(null); });
run('not readable', { readable: false }, (d, log) => { log(d.read()); d.end('x'); });
run('not writable', { writable: false }, (d, log) => { d.push('x'); d.push(null); d.write('y', (e) => log('y', e)); });
run('only readable', { writable: false }, (d) => { d.push('x'); d.push(null); });
run('kept', { autoDestroy: false }, both);
run('silent', { emitClose: false }, both);
run('write fails', { write(c, e, cb) { cb(new Error('bad')); } }, (d, log) => { d.push('x'); d.write('a', (e) => { log('a', e); log(d.push('y')); }); log(d.push('z'), d.readable); });
run('read fails', { read() { throw new Error('bad'); } }, (d, log) => { d.write('a', (e) => log('a', e)); d.write('b', (e) => log('b', e)); });
{
  const log = track('marks');
  const show = (o) => { const d = new Duplex(o); log(d.readableHighWaterMark, d.writableHighWaterMark, d.readableObjectMode, d.writableObjectMode); };
  show({});
  show({ objectMode: true });
  show({ readableObjectMode: true });
  show({ writableObjectMode: true });
  show({ highWaterMark: 7, readableHighWaterMark: 8 });
  show({ readableHighWaterMark: 8, writableHighWaterMark: 0 });
  try { show({ writableHighWaterMark: -7 }); } catch (e) { log('thrown', e.name, e.code, e.message); }
}
