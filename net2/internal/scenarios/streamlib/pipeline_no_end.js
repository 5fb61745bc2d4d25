'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
const { pipeline } = require('stream/promises');

// With end: false the destination outlives the source, success or not.
function run(name, close, fail) {
  const log = track(name);
  const src = new Readable({ read() {} });
  const dst = new Writable({ write(c, e, cb) { log('write', c); cb(); } });
  for (const event of ['finish', 'close', 'error']) dst.on(event, () => log('dst', event));
  const over = (err) => {
    log('result', err);
    setImmediate(() => {
      log('dst', dst.destroyed, dst.writableEnded);
      if (!dst.destroyed) dst.end('mine');
    });
  };
  pipeline(src, dst, { end: false }).then(() => over(null), over);
  src.push('theirs');
  close(src, dst);
}
run('success', (src) => src.push(null));
run('failure', (src) => setImmediate(() => src.destroy(new Error('boom'))));
run('destination', (src, dst) => setImmediate(() => dst.destroy(new Error('boom'))));
