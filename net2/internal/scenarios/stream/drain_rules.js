'use strict';
const { track } = require('../transcript.js');
const { Writable } = require('stream');
function make(name, hwm, write) {
  const log = track(name);
  const w = new Writable({ highWaterMark: hwm, write(c, e, cb) { write(cb); } });
  w.on('drain', () => log('drain', w.writableLength));
  w.on('finish', () => log('finish'));
  w.on('close', () => log('close'));
  return [w, log];
}
{
  const [w, log] = make('once', 3, (cb) => setImmediate(cb));
  log(w.write('ab'), w.write('c'), w.write('d'), w.write('e'));
}
{
  const [w, log] = make('not when ended', 3, (cb) => setImmediate(cb));
  log(w.write('abcd'), w.writableNeedDrain);
  w.end();
  log(w.writableNeedDrain);
}
{
  const [w, log] = make('not when destroyed', 3, (cb) => setImmediate(cb));
  log(w.write('abcd'), w.writableNeedDrain);
  w.destroy();
  log(w.writableNeedDrain);
}
{
  const [w, log] = make('write in drain', 3, (cb) => setImmediate(cb));
  let n = 0;
  w.on('drain', () => { if (++n < 4) log('again', w.write('wxyz')); else log('below', w.write('v')); });
  log(w.write('abc'));
}
{
  const [w, log] = make('sync', 3, (cb) => cb());
  log(w.write('ab'), w.write('abc'), w.write('abcd'), w.writableNeedDrain);
  process.nextTick(() => log('tick', w.writableNeedDrain));
}
{
  const [w, log] = make('partly', 3, (cb) => setImmediate(cb));
  log(w.write('ab'), w.write('cd'));
  setImmediate(() => log('one done', w.writableLength, w.writableNeedDrain, w.write('e')));
}
