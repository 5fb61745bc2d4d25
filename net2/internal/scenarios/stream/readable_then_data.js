'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
function make(name) {
  const log = track(name);
  const r = new Readable({ read() {} });
  for (const e of ['end', 'resume', 'pause']) r.on(e, () => log(e));
  const state = (where) => log(where, String(r.readableFlowing), r.isPaused(), r.readableLength, r.listenerCount('data'));
  return { log, r, state };
}
{
  const { log, r, state } = make('both');
  const readable = () => log('readable', r.readableLength);
  r.on('readable', readable);
  r.on('data', (d) => log('data', d));
  state('both');
  r.push('abc');
  setImmediate(() => {
    state('pushed');
    log('read', r.read(2));
    r.push('def');
    setImmediate(() => {
      r.off('readable', readable);
      state('off');
      process.nextTick(() => state('tick'));
      setImmediate(() => { state('later'); r.push('ghi'); r.push(null); });
    });
  });
}
{
  const { log, r, state } = make('once');
  let n = 0;
  const again = () => {
    log('readable', r.read());
    if (++n < 3) r.once('readable', again);
  };
  r.once('readable', again);
  state('once');
  r.push('1');
  setImmediate(() => { r.push('2'); setImmediate(() => { r.push('3'); setImmediate(() => {
    state('gone');
    r.push('4');
    r.resume();
    state('resumed');
    setImmediate(() => state('over'));
  }); }); });
}
{
  const { log, r, state } = make('paused');
  const readable = () => log('readable');
  r.on('readable', readable);
  r.pause();
  state('paused');
  r.removeListener('readable', readable);
  setImmediate(() => {
    state('removed');
    r.on('data', (d) => log('data', d));
    state('data');
    r.push('x');
    setImmediate(() => state('still'));
  });
}
{
  const { log, r, state } = make('resumed');
  const readable = () => log('readable');
  r.on('readable', readable);
  r.resume();
  r.off('readable', readable);
  r.push('gone');
  state('same tick');
  setImmediate(() => state('later'));
}
{
  const { log, r, state } = make('cleared');
  r.on('readable', () => log('readable'));
  r.on('data', () => log('data'));
  r.removeAllListeners();
  r.push('lost');
  setImmediate(() => { state('later'); r.push('more'); setImmediate(() => state('more')); });
}
{
  const { log, r, state } = make('data off');
  const data = (d) => log('data', d);
  r.on('data', data);
  r.push('a');
  setImmediate(() => {
    r.off('data', data);
    state('off');
    r.push('b');
    state('pushed');
    setImmediate(() => { state('later'); r.on('data', data); r.push('c'); });
  });
}
