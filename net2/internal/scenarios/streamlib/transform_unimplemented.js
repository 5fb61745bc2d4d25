'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

const log = track('bare');
const t = new Transform();
t.on('error', (err) => log('error', err));
t.on('close', () => log('close'));
try {
  t.write('x', (err) => log('written', err));
} catch (e) {
  log('thrown', e);
}
const nul = track('null');
const n = new Transform({ transform(c, e, cb) { cb(); } });
try {
  n.write(null);
} catch (e) {
  nul('thrown', e.name, e);
}
const empty = track('empty');
const m = new Transform({ transform(c, e, cb) { empty('transform', c); cb(null, ''); } });
m.on('data', (d) => empty('data', d));
m.on('end', () => empty('end'));
m.write('');
m.end();
