'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable, Duplex } = require('stream');
const later = (cb, e) => setImmediate(cb, e);
function duplex(name, construct, use, options) {
  const log = track(name);
  const s = new Duplex({
    construct(cb) { log('_construct'); construct(cb, this); },
    read() { log('_read'); this.push('data'); this.push(null); },
    write(c, e, cb) { log('_write', c); cb(); },
    final(cb) { log('_final'); cb(); },
    destroy(e, cb) { log('_destroy', e); cb(e); },
    ...options,
  });
  for (const e of ['data', 'end', 'drain', 'finish', 'close', 'error']) s.on(e, (a) => log(e, ...(a === undefined ? [] : [a])));
  use(s, log);
  log('main');
  process.nextTick(() => log('tick'));
}
const traffic = (s, log) => { log(s.write('a', (e) => log('a', e)), s.write('b', (e) => log('b', e))); s.end('c', (e) => log('end', e)); };
duplex('sync', (cb) => cb(), traffic);
duplex('async', (cb) => later(cb), traffic);
duplex('fails', (cb) => later(cb, new Error('no')), traffic);
duplex('fails sync', (cb) => cb(new Error('no')), traffic);
duplex('throws', () => { throw new Error('thrown'); }, traffic);
duplex('twice', (cb) => { later(cb); later(cb); }, traffic);
duplex('destroyed', (cb) => later(cb), (s, log) => { traffic(s, log); s.destroy(); });
duplex('destroyed with error', (cb) => later(cb), (s, log) => { traffic(s, log); s.destroy(new Error('early')); });
duplex('destroyed and fails', (cb) => later(cb, new Error('no')), (s, log) => { s.destroy(new Error('early')); s.on('error', (e) => log(e.message)); });
duplex('destroyed plainly and fails', (cb) => later(cb, new Error('no')), (s, log) => { s.destroy(); });
duplex('destroys itself', (cb, s) => { s.destroy(); later(cb); }, traffic);
duplex('kept', (cb) => later(cb, new Error('no')), traffic, { autoDestroy: false });
{
  const log = track('readable');
  const r = new Readable({ construct(cb) { log('_construct'); setImmediate(cb); }, read() { log('_read'); this.push(null); } });
  r.on('readable', () => log('readable'));
  r.on('end', () => log('end'));
  log(r.read(), r.read(0));
  process.nextTick(() => log(r.read()));
}
{
  const log = track('writable');
  const w = new Writable({ highWaterMark: 2, construct(cb) { log('_construct'); setImmediate(cb); }, write(c, e, cb) { log('_write', c); cb(); },
    writev(cs, cb) { log('_writev', cs.length); cb(); } });
  w.on('drain', () => log('drain'));
  log(w.write('a'), w.write('b'), w.writableLength);
}
