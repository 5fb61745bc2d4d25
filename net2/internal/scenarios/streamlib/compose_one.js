'use strict';
// A single stream that has both sides is composed already; one with a single side gets a Duplex around it.
const { track } = require('../transcript.js');
const { compose, PassThrough, Readable, Transform, Writable } = require('stream');
const watch = (log, s) => { for (const e of ['end', 'finish', 'error', 'close']) s.on(e, (...args) => log(e, ...args)); };
const both = (name, s) => {
  const log = track(name);
  const c = compose(s);
  log(c.readableHighWaterMark, c.writableHighWaterMark, c.readableObjectMode, c.writableObjectMode);
  watch(log, c);
  log(c.write('a'), c.write('b'), s.writableLength, s.readableLength);
  c.on('data', (v) => log('data', v));
  c.end('c');
};
both('passthrough', new PassThrough({ objectMode: true, highWaterMark: 1 }));
both('transform', new Transform({ highWaterMark: 2, transform(chunk, encoding, cb) { cb(null, `${chunk}!`); } }));
{
  const log = track('destroyed');
  const s = new PassThrough();
  const c = compose(s);
  watch(log, s);
  c.destroy();
  log(s.destroyed);
}
{
  const log = track('readable');
  const s = new Readable({ read() {} });
  const c = compose(s);
  log(c.readable, c.writable);
  watch(log, c);
  c.on('data', (v) => log('data', v));
  s.push('x');
  s.push(null);
}
{
  const log = track('readable destroyed');
  const s = new Readable({ read() {} });
  const c = compose(s);
  watch(log, c);
  s.on('error', (err) => log('inner error', err));
  c.destroy();
}
{
  const log = track('writable');
  const s = new Writable({ write(chunk, encoding, cb) { log('write', chunk); setImmediate(cb); } });
  const c = compose(s);
  log(c.readable, c.writable);
  watch(log, c);
  c.end('x', () => log('ended'));
}
