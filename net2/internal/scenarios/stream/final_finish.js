'use strict';
const { track } = require('../transcript.js');
const { Writable } = require('stream');
function run(name, options, use) {
  const log = track(name);
  const w = new Writable({ write(c, e, cb) { log('_write', c); setImmediate(cb); }, ...options(log) });
  for (const e of ['prefinish', 'finish', 'close']) w.on(e, () => log(e, w.writableFinished, w.destroyed));
  w.on('error', (e) => log('error', e, w.writableFinished));
  use(w, log);
}
const endTwice = (w, log) => {
  w.write('a', (e) => log('a', e));
  w.end('b', (e) => log('end 1', e));
  w.end((e) => log('end 2', e));
  log(w.writableEnded, w.writable);
  w.on('finish', () => w.end((e) => log('end 3', e)));
};
run('none', () => ({}), endTwice);
run('sync', (log) => ({ final(cb) { log('_final'); cb(); log('_final returns'); } }), endTwice);
run('async', (log) => ({ final(cb) { log('_final'); setImmediate(() => { log('final done'); cb(); log('cb returned'); }); } }), endTwice);
run('fails sync', (log) => ({ final(cb) { log('_final'); cb(new Error('no end')); } }), endTwice);
run('fails async', (log) => ({ final(cb) { log('_final'); setImmediate(cb, new Error('no end')); } }), endTwice);
run('throws', (log) => ({ final() { log('_final'); throw new Error('thrown'); } }), endTwice);
run('twice', (log) => ({ final(cb) { log('_final'); setImmediate(() => { cb(); cb(); }); } }), endTwice);
run('destroyed in final', (log) => ({ final(cb) { log('_final'); w = this; this.destroy(); cb(); } }), endTwice);
let w;
run('nothing written', (log) => ({ final(cb) { log('_final'); cb(); } }), (s, log) => { s.end(() => log('ended')); process.nextTick(() => log('tick')); });
run('write in final', (log) => ({ final(cb) { log('_final'); log(this.write('late', (e) => log('late', e))); cb(); } }), endTwice);
run('sync writes', (log) => ({ write(c, e, cb) { log('_write', c); cb(); } }), endTwice);
run('kept', () => ({ autoDestroy: false }), endTwice);
run('silent', () => ({ emitClose: false }), endTwice);
