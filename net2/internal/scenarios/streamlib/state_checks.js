'use strict';
const { track } = require('../transcript.js');
const { isDisturbed, isErrored, isReadable, isWritable, isDestroyed, Readable, Writable, PassThrough } = require('stream');

function show(log, what, s) {
  log(what, !!isReadable(s), !!isWritable(s), isDisturbed(s), isErrored(s), isDestroyed(s));
}
function run(name, s, act) {
  const log = track(name);
  s.on('error', () => show(log, 'error', s));
  s.on('close', () => show(log, 'close', s));
  show(log, 'new', s);
  act(s, (what) => show(log, what, s));
}
const readable = () => new Readable({ read() {} });
run('read', readable(), (s, now) => {
  s.push('x');
  now('pushed');
  s.read();
  now('read');
  s.push(null);
  now('ended');
  s.on('end', () => now('end'));
  s.read();
});
run('unread', readable(), (s, now) => { s.destroy(); now('destroyed'); });
run('failed', readable(), (s, now) => { s.destroy(new Error('boom')); now('destroyed'); });
run('written', new Writable({ write(c, e, cb) { cb(); } }), (s, now) => {
  s.on('finish', () => now('finish'));
  s.end('x');
  now('ended');
});
run('duplex', new PassThrough(), (s, now) => {
  s.on('finish', () => now('finish'));
  s.on('end', () => now('end'));
  s.end('x');
  now('ended');
  setImmediate(() => s.resume());
});
run('resumed only', readable(), (s, now) => { s.resume(); now('resumed'); setImmediate(() => { now('later'); s.destroy(); }); });
