'use strict';
const { track } = require('../transcript.js');
const { finished, PassThrough } = require('stream');

const sides = track('sides');
const p = new PassThrough();
finished(p, { readable: false }, (err) => sides('writable side', err, p.readableEnded));
finished(p, { writable: false }, (err) => sides('readable side', err, p.writableFinished));
finished(p, (err) => sides('both', err));
p.end('x');
setImmediate(() => {
  sides('unread', p.readableLength, p.writableFinished);
  p.resume();
});

const clean = track('cleanup');
const c = new PassThrough();
const count = () => ['end', 'finish', 'error', 'close'].map((e) => c.listenerCount(e)).join(' ');
clean('before', count());
const stop = finished(c, () => clean('never'));
clean('listening', count());
stop();
clean('stopped', count());
finished(c, (err) => clean('finished', err));
c.end();
c.resume();
c.on('close', () => clean('left', count()));

const err = track('error');
const e = new PassThrough();
finished(e, { error: false }, (er) => err('finished', er));
e.on('error', (er) => err('error', er));
e.on('close', () => err('close'));
e.destroy(new Error('boom'));

const abort = track('abort');
const ac = new AbortController();
const a = new PassThrough();
finished(a, { signal: ac.signal }, (er) => abort('finished', er, er.name, a.destroyed, a.listenerCount('close')));
setImmediate(() => { ac.abort(); abort('aborted'); a.destroy(); });

const gone = track('aborted before');
const b = new PassThrough();
finished(b, { signal: AbortSignal.abort() }, (er) => gone('finished', er, b.destroyed));
gone('main');

const done = track('aborted after');
const later = new AbortController();
const d = new PassThrough();
finished(d, { signal: later.signal }, (er) => done('finished', er));
d.end();
d.resume();
setTimeout(() => { later.abort(); done('aborted'); }, 2);
