'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
const log = track('r');
const r = new Readable({ read() { log('_read'); } });
const state = (where) => log(where, String(r.readableFlowing), r.isPaused(), r.readableLength);
for (const e of ['end', 'close', 'resume', 'pause']) r.on(e, () => log(e));
state('new');
r.pause();
state('paused');
r.on('data', (c) => { log('data', c); if (c.toString() === 'b') { r.pause(); state('paused in data'); } });
state('data listener');
r.push('a');
r.push('b');
r.push('c');
setImmediate(() => {
  state('later');
  r.resume();
  state('resumed');
  r.resume();
  setImmediate(() => {
    state('later');
    r.resume();
    r.pause();
    state('resumed and paused');
    process.nextTick(() => {
      state('tick');
      r.resume();
      r.push('d');
      r.push(null);
      state('pushed');
      setImmediate(() => state('over'));
    });
  });
});
