'use strict';
const { track } = require('../transcript.js');
const { PassThrough } = require('stream');

const log = track('bytes');
const p = new PassThrough();
p.on('readable', () => {
  let chunk;
  while ((chunk = p.read()) !== null) log('read', chunk);
});
p.on('end', () => log('end'));
p.on('finish', () => log('finish'));
p.on('close', () => log('close'));
p.write('a');
p.write('b');
p.end('c');

const text = track('text');
const q = new PassThrough({ encoding: 'utf8' });
q.on('data', (s) => text('data', s));
q.on('end', () => text('end'));
const euro = Buffer.from('€');
q.write(euro.subarray(0, 1));
q.write(euro.subarray(1));
q.end(euro.subarray(0, 2));

const chain = track('chain');
const a = new PassThrough();
const b = new PassThrough();
a.pipe(new PassThrough()).pipe(b);
b.on('data', (d) => chain('data', d));
b.on('end', () => chain('end'));
a.end('through three');

const paused = track('paused');
const s = new PassThrough();
s.pause();
s.on('data', (d) => paused('data', d));
s.on('end', () => paused('end'));
s.end('kept');
setImmediate(() => { paused('paused', s.isPaused(), s.readableLength); s.resume(); });

const own = track('own hook');
const t = new PassThrough({ transform(chunk, encoding, cb) { cb(null, `<${chunk}>`); }, flush(cb) { cb(null, 'flushed'); } });
t.on('data', (d) => own('data', d));
t.end('x');
