'use strict';
const { track } = require('../transcript.js');
const { Writable } = require('stream');
function make(name, cbs, options = {}) {
  const log = track(name);
  const w = new Writable({
    write(c, e, cb) { log('_write', c, e); cbs(cb); },
    writev(chunks, cb) { log('_writev', ...chunks.map((c) => c.chunk), ...chunks.map((c) => c.encoding)); cbs(cb); },
    ...options,
  });
  for (const e of ['drain', 'finish', 'close']) w.on(e, () => log(e));
  w.on('error', (e) => log('error', e));
  return [w, log];
}
const sync = (cb) => cb();
const later = (cb) => setImmediate(cb);
{
  const [w, log] = make('corked', sync);
  w.cork();
  w.cork();
  log(w.write('a', () => log('a written')), w.write('b'), w.write('c', () => log('c written')), w.writableCorked, w.writableLength);
  w.uncork();
  log('uncorked once', w.writableCorked, w.writableLength);
  w.uncork();
  log('uncorked', w.writableCorked, w.writableLength);
  w.uncork();
  log(w.write('d'));
}
{
  const [w, log] = make('single', sync);
  w.cork();
  w.write('only', () => log('written'));
  w.uncork();
  log(w.writableLength);
}
{
  const [w, log] = make('end uncorks', sync);
  w.cork();
  w.cork();
  w.write('a');
  w.write('b');
  w.end('c', () => log('ended'));
  log(w.writableCorked, w.writableLength);
}
{
  const [w, log] = make('no writev', later, { writev: null });
  w.cork();
  w.write('a', (e) => log('a', e));
  w.write('b', (e) => log('b', e));
  process.nextTick(() => { w.uncork(); w.write('c', (e) => log('c', e)); });
}
{
  const [w, log] = make('gathers', later, { highWaterMark: 4 });
  log(w.write('a', () => log('a written')), w.write('b', () => log('b written')), w.write('cd'), w.write('e', () => log('e written')));
  log(w.writableLength);
  setImmediate(() => { log('later', w.writableLength); w.write('f'); w.end('g'); });
}
{
  const [w, log] = make('fails', (cb) => setImmediate(cb, new Error('disk full')));
  w.cork();
  w.write('a', (e) => log('a', e));
  w.write('b', (e) => log('b', e));
  w.uncork();
  w.write('c', (e) => log('c', e));
}
{
  const [w, log] = make('only writev', sync, { write: undefined });
  w.write('one');
  w.cork();
  w.write('two');
  w.write('3334', 'hex');
  w.uncork();
}
{
  const [w, log] = make('strings', sync, { decodeStrings: false });
  w.cork();
  w.write('two');
  w.write('3334', 'hex');
  w.write(Buffer.from('buf'));
  w.uncork();
  w.write('é', 'latin1');
  log(w.write('😀'), w.writableLength);
}
{
  const [w, log] = make('destroyed', sync);
  w.cork();
  w.write('a', (e) => log('a', e));
  w.write('b', (e) => log('b', e));
  w.end((e) => log('end', e));
  w.cork();
  w.destroy();
}
{
  const [w, log] = make('destroyed corked', sync);
  w.cork();
  w.write('a', (e) => log('a', e));
  w.write('b', (e) => log('b', e));
  w.destroy(new Error('enough'));
  log(w.writableLength);
  process.nextTick(() => log('tick', w.writableLength));
}
