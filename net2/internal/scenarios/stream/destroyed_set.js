'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable, Duplex } = require('stream');
const kinds = [
  ['readable', (o) => new Readable({ read() {}, ...o })],
  ['writable', (o) => new Writable({ write(c, e, cb) { cb(); }, ...o })],
  ['duplex', (o) => new Duplex({ read() {}, write(c, e, cb) { cb(); }, ...o })],
];
for (const [kind, make] of kinds) {
  const log = track(kind);
  const s = make({ destroy(e, cb) { log('_destroy', e); cb(e); } });
  for (const e of ['end', 'finish', 'close']) s.on(e, () => log(e));
  s.on('error', (e) => log('error', e));
  s.destroyed = true;
  log(s.destroyed, s.closed, s.errored);
  s.destroy(new Error('too late'));
  if (s.push) log('push', s.push('a'), s.readable, s.readableLength);
  if (s.write) log('write', s.write('b', (e) => log('b', e)), s.writable);
  setImmediate(() => {
    log(s.destroyed, s.closed);
    s.destroyed = false;
    log(s.destroyed, s.readable, s.writable);
    s.destroy(new Error('now'));
  });
}
