'use strict';
// In object mode a decoder takes bytes and text, and throws at everything else.
const { track } = require('../transcript.js');
const { Readable } = require('stream');
const attempt = (log, fn) => { try { log(fn()); } catch (e) { log('thrown', e.name, e.code, e.message); } };
const kind = (v) => (Buffer.isBuffer(v) ? 'bytes' : typeof v);
const watch = (log, r) => {
  r.on('data', (v) => log('data', kind(v), v));
  r.on('end', () => log('end'));
  r.on('error', (e) => log('error', e));
};
{
  const log = track('pushed');
  const r = new Readable({ objectMode: true, encoding: 'utf8', read() {} });
  attempt(log, () => r.push(42));
  attempt(log, () => r.push(''));
  attempt(log, () => r.push(Buffer.of(0xe2, 0x82)));
  attempt(log, () => r.push(Buffer.of(0xac)));
  attempt(log, () => r.push(true));
  attempt(log, () => r.push(42, 'utf8'));
  log(r.readableLength);
  watch(log, r);
  r.push(null);
}
{
  const log = track('in the hook');
  const r = new Readable({ objectMode: true, encoding: 'utf8', read() { this.push(42); } });
  watch(log, r);
}
{
  const log = track('buffered');
  const r = new Readable({ objectMode: true, read() {} });
  r.push(Buffer.from('é'));
  attempt(log, () => r.setEncoding('utf8').readableLength);
  watch(log, r);
  r.push('text');
  r.push(null);
}
{
  const log = track('value buffered');
  const r = new Readable({ objectMode: true, read() {} });
  r.push(42);
  attempt(log, () => r.setEncoding('utf8').readableLength);
  log(r.readableLength, r.readableEncoding, r.read());
}
