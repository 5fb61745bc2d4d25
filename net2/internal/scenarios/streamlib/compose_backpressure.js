'use strict';
const { track } = require('../transcript.js');
const { compose, PassThrough } = require('stream');

const log = track('composed');
const small = () => new PassThrough({ highWaterMark: 3 });
const d = compose(small(), small());
let accepted = 0;
for (let i = 0; i < 8; i++) d.write('ab', () => log('written', ++accepted));
log('main', d.writableLength, d.writableNeedDrain);
setTimeout(() => {
  log('stalled', accepted, d.writableLength);
  d.on('data', (c) => log('data', c));
  d.on('end', () => log('end'));
  d.end();
}, 2);
