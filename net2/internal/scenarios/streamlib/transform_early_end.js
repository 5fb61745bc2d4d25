'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

// The readable side ends in the middle; the writable side goes on, and pushing is an error.
function run(name, more) {
  const log = track(name);
  const t = new Transform({
    transform(chunk, encoding, cb) {
      log('transform', chunk);
      if (String(chunk) === 'stop') {
        this.push('last');
        this.push(null);
        return cb();
      }
      cb(null, chunk);
    },
  });
  for (const event of ['finish', 'end', 'close']) t.on(event, () => log(event));
  t.on('error', (err) => log('error', err));
  t.on('data', (d) => log('data', d));
  t.write('one', (err) => log('one', err));
  t.write('stop', (err) => log('stop', err));
  more(t, log);
}
run('ended', (t, log) => t.end((err) => log('ended', err)));
run('written', (t, log) => {
  t.write('more', (err) => log('more', err));
  t.end((err) => log('ended', err));
});
