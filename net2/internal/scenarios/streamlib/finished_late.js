'use strict';
const { track } = require('../transcript.js');
const { finished, Readable, Writable, PassThrough } = require('stream');

// Asked when it is over already.
function run(name, stream, act, options) {
  const log = track(name);
  stream.on('error', () => {});
  act(stream);
  setImmediate(() => setImmediate(() => {
    finished(stream, options || {}, (err) => log('finished', err));
    log('not at once');
    process.nextTick(() => log('tick'));
  }));
}
const after = (n, fn) => (n === 0 ? fn() : setImmediate(() => after(n - 1, fn)));
const readable = (o) => new Readable({ read() {}, ...o });
const writable = (o) => new Writable({ write(c, e, cb) { cb(); }, ...o });
run('readable ended', readable(), (s) => { s.push(null); s.resume(); });
run('readable destroyed', readable(), (s) => s.destroy());
run('readable errored', readable(), (s) => s.destroy(new Error('boom')));
run('readable errored, error not asked', readable(), (s) => s.destroy(new Error('boom')), { error: false });
run('readable ended no destroy', readable({ autoDestroy: false }), (s) => { s.push(null); s.resume(); });
run('writable finished', writable(), (s) => s.end());
run('writable destroyed', writable(), (s) => s.destroy());
run('writable errored', writable(), (s) => s.destroy(new Error('boom')));
run('writable finished no destroy', writable({ autoDestroy: false }), (s) => s.end());
run('writable errored no destroy', writable({ autoDestroy: false, write(c, e, cb) { cb(new Error('boom')); } }), (s) => s.write('x'));
run('duplex ended', new PassThrough(), (s) => { s.end(); s.resume(); });
run('duplex finished, unread', new PassThrough(), (s) => s.end('x'), { readable: false });
run('duplex read, unfinished', new PassThrough(), (s) => { s.push(null); s.resume(); }, { writable: false });
run('duplex writable side open', new PassThrough(), (s) => { s.write('x'); after(4, () => s.end()); }, { readable: false });
