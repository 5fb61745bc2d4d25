'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

function run(name, how) {
  const log = track(name);
  let pending;
  const t = new Transform({
    transform(chunk, encoding, cb) {
      log('transform', chunk);
      pending = cb;
    },
    flush(cb) { log('flush'); cb(); },
    destroy(err, cb) { log('destroy', err); cb(err); },
  });
  for (const event of ['finish', 'end', 'close']) t.on(event, () => log(event));
  t.on('error', (err) => log('error', err));
  t.on('data', (d) => log('data', d));
  t.write('a', (err) => log('a', err));
  t.write('b', (err) => log('b', err));
  setImmediate(() => {
    how(t, () => pending);
    log('destroyed', t.destroyed, t.writableLength);
    t.write('c', (err) => log('c', err));
    t.end((err) => log('ended', err));
    log('push', t.push('more'));
  });
}
run('quiet', (t) => t.destroy());
run('with error', (t) => t.destroy(new Error('boom')));
run('then called back', (t, pending) => {
  t.destroy();
  pending()(null, 'late');
});
run('then failed', (t, pending) => {
  t.destroy();
  pending()(new Error('late'));
});
