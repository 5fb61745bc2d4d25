'use strict';
const { track } = require('../transcript.js');
const { pipeline, Readable, Writable, Transform } = require('stream');

const log = track('all');
const src = new Readable({
  left: 3,
  read() {
    const n = this.left = (this.left ?? 3) - 1;
    this.push(n < 0 ? null : `chunk ${n}`);
  },
});
const upper = new Transform({ transform: (c, e, cb) => cb(null, c.toString().toUpperCase()) });
const dst = new Writable({
  write(c, e, cb) { log('write', c); setImmediate(cb); },
  final(cb) { log('final'); setImmediate(cb); },
});
for (const [name, s] of [['src', src], ['upper', upper], ['dst', dst]]) {
  for (const event of ['end', 'finish', 'close', 'pipe', 'unpipe']) s.on(event, () => log(name, event));
  s.on('error', (err) => log(name, 'error', err));
}
const last = pipeline(src, upper, dst, (err) => log('callback', err, src.destroyed, upper.destroyed, dst.destroyed));
log('returns the last', last === dst);
