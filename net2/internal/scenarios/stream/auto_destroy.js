'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable, Duplex } = require('stream');
const kinds = [
  ['readable', (o) => new Readable({ read() {}, ...o })],
  ['writable', (o) => new Writable({ write(c, e, cb) { cb(); }, ...o })],
  ['duplex', (o) => new Duplex({ read() {}, write(c, e, cb) { cb(); }, ...o })],
];
for (const autoDestroy of [true, false]) {
  for (const emitClose of [true, false]) {
    for (const [kind, make] of kinds) {
      const log = track(`${kind} ${autoDestroy} ${emitClose}`);
      const s = make({ autoDestroy, emitClose, destroy(e, cb) { log('_destroy', e); cb(e); } });
      for (const e of ['end', 'finish', 'close']) s.on(e, () => log(e, s.destroyed, s.closed));
      s.on('error', (e) => log('error', e));
      if (s.push) { s.resume(); s.push('a'); s.push(null); }
      if (s.write) { s.write('b'); s.end(); }
      setImmediate(() => {
        log('over', s.destroyed, s.closed);
        s.destroy();
        process.nextTick(() => log('destroyed', s.destroyed, s.closed));
        if (s.write) s.write('late', (e) => log('late', e));
        if (s.push) log(s.push('late'));
      });
    }
  }
}
for (const autoDestroy of [true, false]) {
  const log = track(`error ${autoDestroy}`);
  const s = new Duplex({ autoDestroy, read() {}, write(c, e, cb) { cb(new Error('bad')); } });
  for (const e of ['end', 'finish', 'close', 'data']) s.on(e, () => log(e));
  s.on('error', (e) => log('error', e, s.destroyed, s.readable, s.writable));
  s.push('a');
  s.write('b', (e) => log('b', e));
  log(s.errored, s.readable, s.writable);
  setImmediate(() => { log(s.push('c'), s.read(), s.write('d', (e) => log('d', e)), s.readableAborted); s.destroy(); });
}
