'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

// A final of one's own runs before flush.
function run(name, final, flush) {
  const log = track(name);
  const t = new Transform({
    transform: (chunk, enc, cb) => cb(null, chunk),
    final: final && ((cb) => final(log, cb)),
    flush: flush && ((cb) => flush(log, cb)),
  });
  for (const event of ['prefinish', 'finish', 'end', 'close']) t.on(event, () => log(event));
  t.on('error', (err) => log('error', err));
  t.on('data', (d) => log('data', d));
  t.end('x', (err) => log('ended', err));
  log('main over');
}
run('both', (log, cb) => { log('final'); setImmediate(cb); }, (log, cb) => { log('flush'); cb(null, 'f'); });
run('final only', (log, cb) => { log('final'); cb(); });
run('final fails', (log, cb) => { log('final'); cb(new Error('no')); }, (log, cb) => { log('flush'); cb(); });
run('flush fails', (log, cb) => { log('final'); cb(); }, (log, cb) => { log('flush'); cb(new Error('no')); });
