'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

const log = track('transform');
const t = new Transform({
  readableHighWaterMark: 4,
  writableHighWaterMark: 6,
  transform(chunk, encoding, cb) {
    log('transform', chunk);
    cb(null, chunk);
  },
});
log('marks', t.readableHighWaterMark, t.writableHighWaterMark);
t.on('drain', () => log('drain', t.writableLength, t.readableLength));
t.on('finish', () => log('finish'));
t.on('end', () => log('end'));
for (const s of ['aa', 'bb', 'cc', 'dd', 'ee']) {
  log('write', s, t.write(s, () => log('written', s)), t.writableLength, t.readableLength, t.writableNeedDrain);
}
setImmediate(() => {
  log('held', t.writableLength, t.readableLength);
  log('read', t.read(3));
  log('after', t.writableLength, t.readableLength);
  setImmediate(() => {
    log('later', t.writableLength, t.readableLength);
    t.end();
    t.on('data', (d) => log('data', d));
  });
});
