'use strict';
// Bytes that are put back among strings stay bytes when they are read alone, and become text when they are read with the rest or
// are the last.
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
const kind = (v) => (typeof v === 'string' ? 'string' : Buffer.isBuffer(v) ? 'bytes' : 'nothing');
function run(name, use) {
  const log = track(name);
  const r = new Readable({ encoding: 'utf8', read() {} });
  use(r, (...n) => { const v = r.read(...n); log(kind(v), v, r.readableLength); }, log);
}
run('last', (r, read) => {
  r.unshift(Buffer.from('é'));
  read();
});
run('all', (r, read) => {
  r.push('text');
  r.unshift(Buffer.from('é'));
  read();
});
run('alone', (r, read) => {
  r.push('text');
  r.unshift(Buffer.from('ab'));
  read(2);
  read();
});
run('a part', (r, read) => {
  r.push('text');
  r.unshift(Buffer.from('abc'));
  read(1);
  read(1);
  read(1);
  read();
});
run('exactly', (r, read) => {
  r.unshift(Buffer.from('ab'));
  read(2);
});
run('flowing', (r, read, log) => {
  r.push('text');
  r.unshift(Buffer.from('é'));
  r.unshift(Buffer.from('ü'));
  r.on('data', (v) => log('data', kind(v), v));
});
run('flowing, last', (r, read, log) => {
  r.unshift(Buffer.from('é'));
  r.on('data', (v) => log('data', kind(v), v));
});
run('piped', (r, read, log) => {
  r.push('text');
  r.unshift(Buffer.from('é'));
  r.pipe(new Writable({ decodeStrings: false, write(v, encoding, cb) { log('write', kind(v), v, encoding); cb(); } }));
  setImmediate(() => { r.pause(); r.unshift(Buffer.from('ü')); r.resume(); });
});
