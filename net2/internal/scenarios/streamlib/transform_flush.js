'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

function run(name, flush, transform) {
  const log = track(name);
  const t = new Transform({ transform: transform || ((chunk, enc, cb) => cb(null, chunk)), flush });
  for (const event of ['prefinish', 'finish', 'end', 'close']) t.on(event, () => log(event));
  t.on('error', (err) => log('error', err));
  t.on('data', (d) => log('data', d));
  t.write('body', (err) => log('written', err));
  t.end((err) => log('ended', err));
}
run('pushes', function(cb) {
  this.push('x');
  this.push('y');
  cb();
});
run('later', function(cb) {
  setTimeout(() => cb(null, 'late'), 1);
});
run('fails', (cb) => cb(new Error('no flush')));
run('fails later', (cb) => setImmediate(cb, new Error('no flush')));
run('destroys', function(cb) {
  this.destroy();
  cb();
});
run('without', undefined);
run('nothing written', (cb) => cb(null, 'only'), (chunk, enc, cb) => cb());
