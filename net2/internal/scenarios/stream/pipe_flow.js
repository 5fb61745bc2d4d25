'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
function run(name, { chunks = 5, hwm = 4, write = (cb) => setImmediate(cb), pipe, options = {} }, use = () => {}) {
  const log = track(name);
  let n = 0;
  const src = new Readable({ highWaterMark: 4, read() { n++; if (n > chunks) this.push(null); else log('push', n, this.push('abc' + n)); } });
  const dst = new Writable({ highWaterMark: hwm, write(c, e, cb) { log('_write', c); write(cb); }, ...options });
  for (const e of ['end', 'close', 'pause', 'resume']) src.on(e, () => log('src', e));
  for (const e of ['drain', 'finish', 'close']) dst.on(e, () => log('dst', e));
  dst.on('pipe', (s) => log('pipe', s === src));
  dst.on('unpipe', (s) => log('unpipe', s === src));
  log(src.pipe(dst, pipe) === dst, String(src.readableFlowing), src.listenerCount('data'), src.listenerCount('end'), dst.listenerCount('unpipe'), dst.listenerCount('close'), dst.listenerCount('finish'), dst.listenerCount('error'), dst.listenerCount('drain'));
  use(src, dst, log);
  const counts = () => log(src.listenerCount('data'), src.listenerCount('end'), dst.listenerCount('unpipe'), dst.listenerCount('close'), dst.listenerCount('finish'), dst.listenerCount('error'), dst.listenerCount('drain'));
  setTimeout(counts, 60);
}
run('slow', {});
run('fast', { write: (cb) => cb() });
run('roomy', { hwm: 100 });
run('tick', { write: (cb) => process.nextTick(cb) });
run('stays open', { pipe: { end: false } }, (src, dst, log) => src.on('end', () => setImmediate(() => { log(dst.writable, dst.writableEnded); dst.end('last'); })));
run('unpipe in data', {}, (src, dst, log) => { let k = 0; src.on('data', () => { if (++k === 2) { src.unpipe(dst); log('unpiped', String(src.readableFlowing)); setImmediate(() => src.resume()); } }); });
run('unpipe all', { hwm: 100 }, (src, dst, log) => { src.once('data', () => { log(src.unpipe() === src, String(src.readableFlowing), src.isPaused()); src.unpipe(dst); src.unpipe(); dst.end(); }); });
run('piped again', {}, (src, dst, log) => { src.once('data', () => { src.unpipe(dst); setImmediate(() => src.pipe(dst)); }); });
run('full already', { hwm: 2 }, (src, dst, log) => { src.unpipe(dst); dst.write('xyz'); log(dst.writableNeedDrain); src.pipe(dst); log(String(src.readableFlowing)); });
run('source destroyed', {}, (src, dst, log) => { src.once('data', () => src.destroy()); setTimeout(() => log(dst.writable, dst.destroyed), 30); });
run('destination destroyed', {}, (src, dst, log) => { src.once('data', () => dst.destroy()); setTimeout(() => log(String(src.readableFlowing), src.readableLength), 30); });
run('destination fails', {}, (src, dst, log) => { dst.on('error', (e) => log('error', e)); src.once('data', () => dst.destroy(new Error('bad'))); setTimeout(() => log(String(src.readableFlowing), src.readableLength), 30); });
run('destination emits error', {}, (src, dst, log) => { dst.on('error', (e) => log('error', e)); src.once('data', () => dst.emit('error', new Error('by hand'))); });
run('destination ended', {}, (src, dst, log) => { dst.on('error', (e) => log('error', e)); src.once('data', () => dst.end()); });
run('pause by hand', {}, (src, dst, log) => { src.once('data', () => { src.pause(); setImmediate(() => { log('resuming'); src.resume(); }); }); });
{
  const log = track('ended source');
  const src = new Readable({ read() { this.push(null); } });
  src.resume();
  src.on('end', () => setImmediate(() => { const dst = new Writable({ write(c, e, cb) { cb(); } }); dst.on('finish', () => log('finish')); src.pipe(dst); log('piped'); }));
}
