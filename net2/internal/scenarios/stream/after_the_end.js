'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
function ended(name, options, use) {
  const log = track(name);
  const r = new Readable({ read() { log('_read'); }, ...options });
  for (const e of ['data', 'readable', 'end', 'pause', 'resume', 'close', 'error']) if (e !== 'readable' && e !== 'data') r.on(e, (a) => log(e, ...(a === undefined ? [] : [a])));
  use(r, log);
}
ended('never read', {}, (r, log) => { r.push('a'); r.push(null); setImmediate(() => log(r.readable, r.readableEnded, r.readableLength)); });
ended('empty, never read', {}, (r, log) => { r.push(null); setImmediate(() => log(r.readable, r.readableEnded)); });
ended('empty, resumed', {}, (r) => { r.push(null); r.resume(); });
ended('empty, readable', {}, (r, log) => { r.push(null); r.on('readable', () => log('readable', r.read())); });
ended('data after end', { autoDestroy: false }, (r, log) => { r.push(null); r.resume(); r.on('end', () => setImmediate(() => { r.on('data', (d) => log('data', d)); r.on('readable', () => log('readable')); log(String(r.readableFlowing)); r.resume(); log(r.read(), r.read(1)); })); });
ended('paused at the end', {}, (r, log) => { r.on('data', (d) => { log('data', d); r.pause(); }); r.push('a'); r.push('b'); r.push(null); setImmediate(() => { log(r.readableEnded); r.resume(); setImmediate(() => { log(r.readableEnded); r.resume(); }); }); });
ended('resume and pause', {}, (r, log) => { r.push('a'); r.push(null); r.resume(); r.pause(); r.resume(); r.pause(); setImmediate(() => { log(r.readableLength); r.resume(); }); });
ended('exact read', {}, (r, log) => { r.push('abcd'); r.push(null); log(r.read(4)); setImmediate(() => { log(r.readableEnded); log(r.read()); }); });
ended('read all', {}, (r, log) => { r.push('abcd'); r.push(null); log(r.read()); });
ended('null in read', { read() { this.push(null); } }, (r, log) => { r.on('data', () => log('data')); });
ended('pushed in end', { autoDestroy: false }, (r, log) => { r.on('end', () => { log('push', r.push('x')); }); r.push(null); r.resume(); });
ended('put back before end', {}, (r, log) => { r.on('data', (d) => log('data', d)); r.push('a'); r.push(null); process.nextTick(() => process.nextTick(() => log(r.unshift('back')))); });
ended('destroyed, read', {}, (r, log) => { r.push('a'); r.destroy(); log(r.read(), r.readableLength); setImmediate(() => log(r.read(), r.resume() === r, r.pause() === r)); });
{
  const log = track('piped after destroy');
  const r = new Readable({ read() {} });
  const w = new Writable({ write(c, e, cb) { log('_write', c); cb(); } });
  for (const e of ['pipe', 'unpipe', 'finish', 'close']) w.on(e, () => log(e));
  w.on('error', (e) => log('error', e));
  w.destroy();
  r.pipe(w);
  r.push('a');
  setImmediate(() => log(String(r.readableFlowing), r.readableLength, r.listenerCount('data')));
}
