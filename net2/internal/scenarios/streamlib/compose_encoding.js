'use strict';
// In object mode a composed stream hands the encoding of a write on to its first stage.
const { track } = require('../transcript.js');
const { compose, Transform, PassThrough } = require('stream');

const log = track('objects');
const first = new Transform({
  objectMode: true,
  transform(chunk, encoding, cb) {
    log('transform', chunk, encoding || 'none');
    cb(null, chunk);
  },
});
const d = compose(first, new PassThrough({ objectMode: true }));
d.on('data', (chunk) => log('data', chunk));
d.write('6162', 'hex');
d.write('plain');
d.end();
