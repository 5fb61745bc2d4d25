'use strict';
const { track } = require('../transcript.js');
const { Duplex } = require('stream');
for (const when of ['at once', 'later', 'never', 'ended before']) {
  const log = track(when);
  const d = new Duplex({ allowHalfOpen: false, read() {}, write(c, e, cb) { log('write', c.toString()); cb(); } });
  for (const e of ['end', 'finish', 'close']) d.on(e, () => log(e, d.writableEnded, d.destroyed));
  d.end = function(...args) {
    log('own end', args.length, d.writableEnded);
    const end = () => Duplex.prototype.end.call(this, 'bye');
    if (when === 'later') setImmediate(end); else if (when !== 'never') end();
    return this;
  };
  if (when === 'ended before') d.end();
  d.on('end', () => process.nextTick(() => log('tick', d.writableEnded)));
  d.resume();
  d.push(null);
  setImmediate(() => setTimeout(() => log('over', d.writableEnded, d.destroyed), 5));
}
