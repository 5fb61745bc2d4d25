'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

function run(name, transform) {
  const log = track(name);
  const t = new Transform({ transform });
  for (const event of ['finish', 'end', 'close', 'drain']) t.on(event, () => log(event, t.destroyed));
  t.on('error', (err) => log('error', err));
  t.on('data', (d) => log('data', d));
  t.write('a', (err) => log('a', err));
  t.write('b', (err) => log('b', err));
  t.write('c', (err) => log('c', err));
  t.end((err) => log('end', err));
}
run('first', (chunk, enc, cb) => cb(new Error('boom')));
run('second', function(chunk, enc, cb) {
  cb(String(chunk) === 'b' ? new Error('boom') : null, chunk);
});
run('later', (chunk, enc, cb) => setImmediate(() => cb(new Error('boom'))));
run('destroy', function(chunk, enc, cb) {
  this.destroy(new Error('destroyed'));
  cb(null, chunk);
});
run('twice', (chunk, enc, cb) => {
  cb(null, chunk);
  cb(null, chunk);
});
