'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable, Duplex } = require('stream');
const log = track('thrown');
const w = new Writable({ write(c, e, cb) { cb(); } });
for (const v of [42, 1.5, true]) {
  for (const use of [() => w.write(v), () => w.end(v)]) {
    try { use(); } catch (e) { log('thrown', e.name, e.code, e.message); }
  }
}
for (const use of [
  () => w.write(null), () => w.write('a', 'klingon'), () => w.end('a', 'klingon'),
  () => w.setDefaultEncoding('klingon'), () => new Writable({ defaultEncoding: 'klingon' }), () => new Writable().write('a'),
  () => new Writable({ highWaterMark: -5 }), () => new Readable({ highWaterMark: -5 }), () => new Duplex({ readableHighWaterMark: -5 }),
  () => require('stream').setDefaultHighWaterMark(false, -5),
]) {
  try { use(); } catch (e) { log('thrown', e.name, e.code, e.message); }
}
log(w.writable, w.writableLength, w.destroyed, w.errored);
const bad = track('pushed');
for (const v of [42, false]) {
  for (const method of ['push', 'unshift']) {
    const r = new Readable({ read() {} });
    r.on('error', (e) => bad(method, `${e.code} ${e.message}`, r.destroyed));
    bad(method, r[method](v), r.push('more'));
  }
}
