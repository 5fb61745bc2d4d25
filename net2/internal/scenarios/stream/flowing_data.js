'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
const log = track('r');
let n = 0;
const r = new Readable({
  highWaterMark: 4,
  read(size) {
    log('_read', size, r.readableLength);
    n++;
    if (n > 5) log('pushed null', this.push(null));
    else log('pushed', this.push('chunk' + n));
  },
});
for (const e of ['data', 'end', 'close', 'resume', 'pause', 'readable']) if (e !== 'readable') r.on(e, (...a) => log(e, ...a));
log(String(r.readableFlowing), r.readableDidRead, r.readable);
process.nextTick(() => log('tick', String(r.readableFlowing), r.readableDidRead));
setImmediate(() => log('immediate', r.readableEnded, r.destroyed, r.closed, r.readable, r.readableAborted));
