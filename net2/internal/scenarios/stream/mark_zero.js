'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
{
  const log = track('readable');
  let n = 0;
  const r = new Readable({ highWaterMark: 0, read(size) { log('_read', size); setImmediate(() => { n++; log('push', n < 4 ? r.push('x'.repeat(n)) : r.push(null)); }); } });
  r.on('readable', () => { log('readable', r.readableLength); log('read', r.read(), r.readableLength); });
  r.on('end', () => log('end'));
  log(r.readableHighWaterMark);
}
{
  const log = track('flowing');
  let n = 0;
  const r = new Readable({ highWaterMark: 0, read() { log('_read'); n++; log('push', n < 4 ? r.push('x'.repeat(n)) : r.push(null)); } });
  r.on('data', (d) => log('data', d));
  r.on('end', () => log('end'));
}
{
  const log = track('objects');
  let n = 0;
  const r = new Readable({ highWaterMark: 0, objectMode: true, read() { log('_read'); n++; log('push', r.push(n < 3 ? n : null)); } });
  r.on('readable', () => { log('readable', r.readableLength); for (let v; (v = r.read()) !== null;) log('read', v); });
  r.on('end', () => log('end'));
}
{
  const log = track('writable');
  const w = new Writable({ highWaterMark: 0, write(c, e, cb) { log('_write', c); cb(); } });
  w.on('drain', () => log('drain'));
  log(w.write('a'), w.writableNeedDrain, w.write(''), w.write('b', () => log('b written')), w.writableNeedDrain);
  const a = new Writable({ highWaterMark: 0, write(c, e, cb) { log('_write', c); setImmediate(cb); } });
  a.on('drain', () => log('drain', a.writableLength));
  log(a.write('c'), a.write('d'), a.writableNeedDrain, a.writableLength);
}
