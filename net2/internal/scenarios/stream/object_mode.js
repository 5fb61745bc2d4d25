'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
{
  const log = track('readable');
  const r = new Readable({ objectMode: true, highWaterMark: 2, read() { log('_read'); } });
  log(r.push(0), r.push(''), r.push(false), r.readableLength, r.readableObjectMode, r.readableHighWaterMark);
  log(r.read(7), r.read(0), r.read(), r.readableLength);
  r.push('text', 'hex');
  r.unshift('first');
  r.on('data', (v) => log('data', v));
  r.on('end', () => log('end'));
  setImmediate(() => { log('direct', r.push(42)); r.push(null); });
}
{
  const log = track('writable');
  const w = new Writable({ objectMode: true, highWaterMark: 2, write(v, enc, cb) { log('_write', v, enc, typeof v); setImmediate(cb); } });
  w.on('drain', () => log('drain'));
  w.on('finish', () => log('finish'));
  log(w.write(1), w.write('two'), w.write(false), w.writableLength, w.writableObjectMode);
  log(w.write('four', 'latin1'));
  try { w.write(null); } catch (e) { log('thrown', e.name, e.code, e.message); }
  w.end(5);
}
{
  const log = track('sync');
  const w = new Writable({ objectMode: true, write(v, enc, cb) { log('_write', v); cb(); } });
  w.on('finish', () => log('finish'));
  log(w.write(1), w.write(2), w.writableLength);
  w.end(3, () => log('ended'));
  process.nextTick(() => log('tick'));
}
