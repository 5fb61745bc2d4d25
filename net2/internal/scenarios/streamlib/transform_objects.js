'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

const split = track('split');
const t = new Transform({
  readableObjectMode: true,
  transform(chunk, enc, cb) {
    for (const word of String(chunk).split(' ')) this.push(word.length);
    cb();
  },
});
split(t.readableObjectMode, t.writableObjectMode, t.readableHighWaterMark, t.writableHighWaterMark);
t.on('data', (n) => split('data', n));
t.on('end', () => split('end'));
t.write('a bb ccc');
t.end('dddd');

const join = track('join');
const j = new Transform({
  writableObjectMode: true,
  transform: (n, enc, cb) => cb(null, `${n * 2};`),
});
join(j.readableObjectMode, j.writableObjectMode, j.readableHighWaterMark, j.writableHighWaterMark);
j.on('data', (d) => join('data', d));
j.on('end', () => join('end'));
j.write(21);
j.write(4);
j.end();

const both = track('both');
const b = new Transform({ objectMode: true, transform: (v, enc, cb) => cb(null, v) });
both(b.readableObjectMode, b.writableObjectMode, b.readableHighWaterMark, b.writableHighWaterMark);
b.on('data', (v) => both('data', v));
b.on('end', () => both('end'));
b.write(0);
b.write('');
b.write(false);
b.end();
