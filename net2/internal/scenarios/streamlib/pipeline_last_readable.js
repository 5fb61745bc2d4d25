'use strict';
const { track } = require('../transcript.js');
const { pipeline, Readable, PassThrough } = require('stream');

// The last stream is a duplex that somebody else reads: success does not destroy it.
const log = track('duplex last');
const src = new Readable({ read() {} });
const last = new PassThrough();
for (const event of ['finish', 'end', 'close']) last.on(event, () => log(event));
pipeline(src, last, (err) => {
  log('callback', err, last.destroyed, last.listenerCount('error'));
  last.on('data', (d) => log('data', d));
});
src.push('payload');
src.push(null);

const again = track('chained');
const s = new Readable({ read() {} });
const m = new PassThrough();
const sink = new PassThrough();
pipeline(pipeline(s, m, (err) => again('first', err)), sink, (err) => again('second', err));
sink.on('data', (d) => again('data', d));
sink.on('end', () => again('end'));
s.push('x');
s.push(null);

const bad = track('chained failure');
const f = new Readable({ read() {} });
const g = new PassThrough();
const h = new PassThrough();
h.on('error', (err) => bad('h error', err));
pipeline(pipeline(f, g, (err) => bad('first', err)), h, (err) => bad('second', err));
f.destroy(new Error('boom'));
