'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
const log = track('r');
let n = 0;
const r = new Readable({ highWaterMark: 6, read() { log('_read'); if (++n < 4) this.push('part' + n); else this.push(null); } });
r.on('end', () => log('end'));
r.on('readable', () => log('never mind'));
r.removeAllListeners('readable');
setImmediate(() => {
  log('before', r.readableLength, String(r.readableFlowing));
  r.read(0);
  log('read 0', r.readableLength);
  setImmediate(() => {
    log('filled', r.readableLength, String(r.readableFlowing));
    r.on('data', (d) => log('data', d));
    log('listening', String(r.readableFlowing));
  });
});
