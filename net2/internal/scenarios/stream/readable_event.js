'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
const log = track('r');
const r = new Readable({ read() { log('_read', r.readableLength); } });
r.on('end', () => log('end'));
r.on('close', () => log('close'));
r.on('resume', () => log('resume'));
r.on('readable', () => {
  log('readable', r.readableLength);
  for (let c; (c = r.read()) !== null;) log('read', c, r.readableLength);
});
log(String(r.readableFlowing), r.isPaused());
r.resume();
log(String(r.readableFlowing), r.isPaused());
r.push('one');
r.push('two');
setImmediate(() => {
  log('immediate');
  r.push('three');
  setImmediate(() => {
    r.push('four');
    r.push(null);
    log('pushed');
  });
});
