'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
{
  const log = track('throws');
  const r = new Readable({ read() { throw new Error('no data today'); } });
  r.on('error', (e) => log('error', e));
  r.on('close', () => log('close'));
  r.on('data', () => log('data'));
}
{
  const log = track('throws later');
  let n = 0;
  const r = new Readable({ autoDestroy: false, read() { log('_read'); if (++n === 1) { this.push('a'); return; } throw new Error('second'); } });
  r.on('error', (e) => log('error', e, r.destroyed));
  r.on('close', () => log('close'));
  r.on('data', (d) => log('data', d));
  setImmediate(() => log('later', r.push('b'), r.readableLength));
}
{
  const log = track('missing');
  const r = new Readable();
  r.on('error', (e) => log('error', e));
  log(r.read());
}
{
  const log = track('ahead');
  let n = 0;
  const r = new Readable({ highWaterMark: 3, read() { log('_read', r.readableLength); setImmediate(() => { n++; log('push', n, n > 8 ? r.push(null) : r.push('' + n)); }); } });
  r.on('end', () => log('end'));
  r.read(0);
  setImmediate(function wait(left = 6) {
    if (left) return setImmediate(wait, left - 1);
    log('filled', r.readableLength);
    r.on('data', (d) => { log('data', d, r.readableLength); });
  });
}
{
  const log = track('many');
  const r = new Readable({ highWaterMark: 4, read() { log('_read'); this.push('ab'); this.push('cd'); this.push('ef'); this.push(null); } });
  r.on('data', (d) => log('data', d));
  r.on('end', () => log('end'));
}
{
  const log = track('empty');
  let n = 0;
  const r = new Readable({ read() { log('_read'); n++; if (n < 4) log('push', r.push('')); else if (n === 4) r.push('x'); else r.push(null); } });
  r.on('data', (d) => log('data', d));
  r.on('end', () => log('end'));
}
{
  const log = track('bad');
  const r = new Readable({ read() {} });
  r.on('error', (e) => log('error', e));
  log(r.push(42), r.push('x'));
}
