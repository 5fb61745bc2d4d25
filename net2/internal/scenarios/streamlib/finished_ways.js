'use strict';
const { track } = require('../transcript.js');
const { finished, Readable, Writable, PassThrough } = require('stream');

function run(name, stream, act) {
  const log = track(name);
  for (const event of ['end', 'finish', 'close']) stream.on(event, () => log(event));
  finished(stream, (err) => log('finished', err));
  stream.on('error', (err) => log('error', err));
  act(stream);
}
const readable = (o) => new Readable({ read() {}, ...o });
const writable = (o) => new Writable({ write(c, e, cb) { cb(); }, ...o });
run('readable end', readable(), (s) => { s.push(null); s.resume(); });
run('readable error', readable(), (s) => s.destroy(new Error('boom')));
run('readable premature', readable(), (s) => s.destroy());
run('readable ended, unread', readable(), (s) => { s.push('x'); s.push(null); s.destroy(); });
run('readable no close', readable({ emitClose: false }), (s) => { s.push(null); s.resume(); });
run('readable no destroy', readable({ autoDestroy: false }), (s) => { s.push(null); s.resume(); });
run('writable end', writable(), (s) => s.end('x'));
run('writable error', writable({ write(c, e, cb) { cb(new Error('boom')); } }), (s) => s.write('x'));
run('writable premature', writable(), (s) => s.destroy());
run('writable no close', writable({ emitClose: false }), (s) => s.end());
run('writable no destroy', writable({ autoDestroy: false }), (s) => s.end());
run('writable error no destroy', writable({ autoDestroy: false, write(c, e, cb) { cb(new Error('boom')); } }), (s) => s.write('x'));
run('duplex both', new PassThrough(), (s) => { s.end('x'); s.resume(); });
run('duplex one side', new PassThrough(), (s) => { s.end('x'); setImmediate(() => s.destroy()); });
run('duplex premature', new PassThrough(), (s) => { s.write('x'); s.destroy(); });
