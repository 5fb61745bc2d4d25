'use strict';
const { track } = require('../transcript.js');
const { Writable } = require('stream');
function run(name, options, use) {
  const log = track(name);
  const w = new Writable({ write(c, e, cb) { log('_write', c); setImmediate(cb); }, ...options });
  for (const e of ['drain', 'finish', 'close']) w.on(e, () => log(e));
  w.on('error', (e) => log('error', e));
  use(w, log);
}
run('after end', {}, (w, log) => {
  w.write('a', (e) => log('a', e));
  w.end((e) => log('end', e));
  log(w.write('b', (e) => log('b', e)));
  log(w.write('c', (e) => log('c', e)), w.destroyed);
});
run('after end kept', { autoDestroy: false }, (w, log) => {
  w.write('a', (e) => log('a', e));
  w.end((e) => log('end', e));
  log(w.write('b', (e) => log('b', e)), w.errored);
  log(w.write('c', (e) => log('c', e)));
  w.end((e) => log('end again', e));
});
run('end after end', {}, (w, log) => {
  w.end('a', (e) => log('end', e));
  w.end('b', (e) => log('end again', e));
});
run('after finish', {}, (w, log) => {
  w.end('a');
  w.on('finish', () => { log('write', w.write('b', (e) => log('b', e))); w.end('c', (e) => log('end', e)); });
});
run('after destroy', {}, (w, log) => {
  w.write('a', (e) => log('a', e));
  w.write('b', (e) => log('b', e));
  w.destroy();
  log(w.write('c', (e) => log('c', e)), w.writableLength, w.errored);
  w.end('d', (e) => log('d', e));
  w.end((e) => log('end', e));
});
run('after destroy with error', {}, (w, log) => {
  w.write('a', (e) => log('a', e));
  w.write('b', (e) => log('b', e));
  w.destroy(new Error('why'));
  w.destroy(new Error('never heard of'));
  log(w.write('c', (e) => log('c', e)), w.errored);
  w.end((e) => log('end', e));
});
run('end then destroy', {}, (w, log) => {
  w.write('a', (e) => log('a', e));
  w.end('b', (e) => log('end', e));
  w.destroy();
  setImmediate(() => { w.end((e) => log('end later', e)); log(w.writableFinished, w.writableAborted, w.writableEnded); });
});
run('destroy in callback', {}, (w, log) => {
  w.write('a', (e) => { log('a', e); w.destroy(); });
  w.write('b', (e) => { log('b', e); });
  w.write('c', (e) => { log('c', e); w.write('d', (err) => log('d', err)); });
});
