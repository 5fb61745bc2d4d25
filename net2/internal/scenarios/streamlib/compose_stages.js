'use strict';
const { track } = require('../transcript.js');
const { compose, Readable, Writable, Transform, PassThrough } = require('stream');

const upper = () => new Transform({ transform: (c, e, cb) => cb(null, String(c).toUpperCase()) });
const double = () => new Transform({ transform: (c, e, cb) => cb(null, `${c}${c}`) });

const log = track('transforms');
const d = compose(upper(), double());
log(d.readable, d.writable, d.readableObjectMode, d.writableObjectMode);
for (const event of ['finish', 'end', 'close']) d.on(event, () => log(event));
d.on('data', (c) => log('data', c));
d.write('ab', () => log('written'));
d.end('cd', () => log('ended'));

const source = track('source');
const r = new Readable({ read() {} });
const s = compose(r, upper(), new PassThrough());
source(s.readable, s.writable);
for (const event of ['finish', 'end', 'close']) s.on(event, () => source(event));
s.on('data', (c) => source('data', c));
r.push('from the source');
r.push(null);

const sink = track('sink');
const w = compose(upper(), new Writable({ write(c, e, cb) { sink('write', c); setImmediate(cb); }, final(cb) { sink('final'); cb(); } }));
sink(w.readable, w.writable);
for (const event of ['finish', 'end', 'close']) w.on(event, () => sink(event));
w.write('a');
w.end('b', () => sink('ended'));

const closed = track('closed');
const c = compose(Readable.from(['x']), new Writable({ write(chunk, e, cb) { closed('write', chunk); cb(); } }));
closed(c.readable, c.writable);
for (const event of ['finish', 'end', 'close']) c.on(event, () => closed(event));
