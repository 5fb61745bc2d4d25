'use strict';
const { track } = require('../transcript.js');
const { pipeline, PassThrough } = require('stream');

// One of the streams is gone before the pipeline starts.
function run(name, before) {
  const log = track(name);
  const a = new PassThrough();
  const b = new PassThrough();
  const c = new PassThrough();
  for (const [who, s] of [['a', a], ['b', b], ['c', c]]) {
    s.on('error', (err) => log(who, 'error', err));
    s.on('close', () => log(who, 'close'));
  }
  before({ a, b, c });
  setImmediate(() => {
    pipeline(a, b, c, (err) => log('callback', err));
    a.end('x');
    c.resume();
  });
}
run('first destroyed', (s) => s.a.destroy());
run('middle destroyed', (s) => s.b.destroy());
run('last destroyed', (s) => s.c.destroy());
run('middle errored', (s) => s.b.destroy(new Error('gone')));
run('middle ended', (s) => s.b.end());
