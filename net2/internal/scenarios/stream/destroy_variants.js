'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable, Duplex } = require('stream');
const kinds = {
  readable: (o) => new Readable({ read() {}, ...o }),
  writable: (o) => new Writable({ write(c, e, cb) { setImmediate(cb); }, ...o }),
  duplex: (o) => new Duplex({ read() {}, write(c, e, cb) { setImmediate(cb); }, ...o }),
};
for (const kind of Object.keys(kinds)) {
  const run = (name, options, use) => {
    const log = track(`${kind} ${name}`);
    const s = kinds[kind](options(log));
    s.on('close', () => log('close', s.destroyed, s.closed));
    s.on('error', (e) => log('error', e, s.closed));
    if (s.push) s.on('data', (d) => log('data', d));
    if (s.push) s.on('end', () => log('end'));
    use(s, log);
    log('main', s.destroyed, s.closed, s.errored);
    process.nextTick(() => log('tick', s.closed));
  };
  const none = () => ({});
  run('plain', none, (s) => s.destroy());
  run('error', none, (s) => s.destroy(new Error('e')));
  run('twice', none, (s) => { s.destroy(); s.destroy(new Error('late')); });
  run('error twice', none, (s) => { s.destroy(new Error('one')); s.destroy(new Error('two')); });
  run('hook', (log) => ({ destroy(e, cb) { log('_destroy', e); cb(e); } }), (s) => s.destroy());
  run('hook error', (log) => ({ destroy(e, cb) { log('_destroy', e); cb(e); } }), (s) => s.destroy(new Error('e')));
  run('hook swallows', (log) => ({ destroy(e, cb) { log('_destroy', e); cb(); } }), (s) => s.destroy(new Error('e')));
  run('hook fails', (log) => ({ destroy(e, cb) { log('_destroy', e); cb(new Error('hook')); } }), (s) => s.destroy());
  run('hook changes', (log) => ({ destroy(e, cb) { cb(new Error('other')); } }), (s) => s.destroy(new Error('e')));
  run('hook later', (log) => ({ destroy(e, cb) { log('_destroy', e); setImmediate(cb, e); } }), (s) => s.destroy(new Error('e')));
  run('hook throws', (log) => ({ destroy(e, cb) { throw new Error('thrown'); } }), (s) => s.destroy());
  run('hook twice', (log) => ({ destroy(e, cb) { cb(new Error('one')); cb(new Error('two')); } }), (s) => s.destroy());
  run('silent', () => ({ emitClose: false }), (s) => s.destroy(new Error('e')));
  run('pushed', none, (s, log) => { if (s.push) { s.push('a'); s.push('b'); } s.destroy(); if (s.push) log(s.push('c'), s.read()); });
  run('in data', none, (s, log) => { if (!s.push) return; s.push('a'); s.push('b'); s.push(null); s.on('data', () => s.destroy()); });
  run('in end', none, (s, log) => { if (!s.push) return; s.push('a'); s.push(null); s.on('end', () => { s.destroy(); log(s.readableAborted); }); });
  run('before end', none, (s, log) => { if (!s.push) return; s.on('close', () => log(s.readableAborted, s.readableEnded)); s.push('a'); s.push(null); s.destroy(); });
}
