'use strict';
const { track } = require('../transcript.js');
const { pipeline, Readable, Writable, PassThrough } = require('stream');

// Whoever fails, all are destroyed and the callback hears of it once.
function run(name, fail) {
  const log = track(name);
  const part = (who) => ({ destroy(err, cb) { log(who, 'destroy', err); cb(err); } });
  const s = {
    src: new Readable({ read() {}, ...part('src') }),
    mid: new PassThrough(part('mid')),
    dst: new Writable({ write(c, e, cb) { log('write', c); cb(s.writeError); }, ...part('dst') }),
  };
  for (const who of ['src', 'mid', 'dst']) {
    for (const event of ['end', 'finish', 'close']) s[who].on(event, () => log(who, event));
    s[who].on('error', (err) => log(who, 'error', err));
  }
  pipeline(s.src, s.mid, s.dst, (err) => log('callback', err, s.src.destroyed, s.mid.destroyed, s.dst.destroyed));
  s.src.push('data');
  setImmediate(() => {
    fail(s);
    setImmediate(() => log('later', s.src.destroyed, s.mid.destroyed, s.dst.destroyed));
  });
}
run('src error', (s) => s.src.destroy(new Error('boom')));
run('mid error', (s) => s.mid.destroy(new Error('boom')));
run('dst error', (s) => s.dst.destroy(new Error('boom')));
run('write error', (s) => { s.writeError = new Error('disk full'); s.src.push('more'); });
run('src close', (s) => s.src.destroy());
run('mid close', (s) => s.mid.destroy());
run('dst close', (s) => s.dst.destroy());
run('src ends', (s) => s.src.push(null));
run('dst ends', (s) => s.dst.end());
run('emitted', (s) => s.src.emit('error', new Error('only said')));
