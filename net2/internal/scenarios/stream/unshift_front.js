'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
const log = track('header');
const r = new Readable({ read() {} });
let header = '';
r.on('error', (e) => log('error', e));
r.on('close', () => log('close'));
r.on('end', () => { log('end'); log('unshift', r.unshift('late')); });
const onReadable = () => {
  for (let c; (c = r.read()) !== null;) {
    const text = c.toString();
    log('read', c);
    const i = text.indexOf('\n\n');
    if (i < 0) { header += text; continue; }
    header += text.slice(0, i);
    r.removeListener('readable', onReadable);
    log('unshift', r.unshift(Buffer.from(text.slice(i + 2))));
    log('header', header);
    r.on('data', (d) => log('data', d));
    return;
  }
};
r.on('readable', onReadable);
r.push('a: b\n');
setImmediate(() => {
  r.push('c: d\n\nbody');
  setImmediate(() => {
    r.push('more');
    log('unshift empty', r.unshift(''), r.unshift(Buffer.alloc(0)));
    r.push(null);
  });
});
const f = track('flowing');
const s = new Readable({ read() {} });
let back = true;
s.on('data', (d) => {
  f('data', d);
  if (back) { back = false; f('unshift', s.unshift('put back')); f('length', s.readableLength); }
});
s.on('end', () => f('end'));
s.push('first');
setImmediate(() => { s.push('second'); s.push(null); f('unshift after null', s.unshift('third')); });
