'use strict';
const { track } = require('../transcript.js');
const { addAbortSignal, Readable, Writable, PassThrough } = require('stream');

function run(name, stream, act) {
  const log = track(name);
  const ac = new AbortController();
  stream.on('error', (err) => log('error', err, err.name));
  for (const event of ['end', 'finish', 'close']) stream.on(event, () => log(event));
  act(stream, ac, log);
}
run('readable', new Readable({ read() {} }), (s, ac, log) => {
  log('same', addAbortSignal(ac.signal, s) === s);
  s.push('x');
  ac.abort();
  log('destroyed', s.destroyed);
});
run('later', new PassThrough(), (s, ac, log) => {
  addAbortSignal(ac.signal, s);
  s.write('x', (err) => log('written', err));
  setImmediate(() => { ac.abort(); log('destroyed', s.destroyed); });
});
run('aborted before', new Writable({ write(c, e, cb) { cb(); } }), (s, ac, log) => {
  ac.abort();
  addAbortSignal(ac.signal, s);
  log('destroyed', s.destroyed);
});
run('finished before', new Writable({ write(c, e, cb) { cb(); } }), (s, ac, log) => {
  addAbortSignal(ac.signal, s);
  s.end('x');
  setTimeout(() => { ac.abort(); log('aborted', s.errored); }, 2);
});
{
  const log = track('option');
  const ac = new AbortController();
  const r = new Readable({ read() {}, signal: ac.signal });
  r.on('error', (err) => log('error', err));
  r.on('close', () => log('close'));
  setImmediate(() => ac.abort());
}
