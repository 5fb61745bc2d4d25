'use strict';
const { track } = require('../transcript.js');
const { compose, Readable, Writable, Transform, PassThrough } = require('stream');

const failing = track('stage fails');
const a = new PassThrough();
const b = new Transform({ transform: (c, e, cb) => cb(new Error('boom')) });
const d = compose(a, b, new PassThrough());
d.on('error', (err) => failing('error', err));
d.on('close', () => failing('close', a.destroyed, b.destroyed));
d.on('data', (c) => failing('data', c));
d.write('x', (err) => failing('written', err));

const destroyed = track('destroyed');
const f = new PassThrough();
const g = new PassThrough();
f.on('error', (err) => destroyed('head error', err));
g.on('error', (err) => destroyed('tail error', err));
f.on('close', () => destroyed('head close'));
g.on('close', () => destroyed('tail close'));
const h = compose(f, g);
h.on('error', (err) => destroyed('error', err));
h.on('close', () => destroyed('close', f.destroyed, g.destroyed));
h.write('x');
h.destroy();

const reason = track('destroyed with error');
const k = compose(new PassThrough(), new PassThrough());
k.on('error', (err) => reason('error', err));
k.on('close', () => reason('close'));
k.destroy(new Error('mine'));

const log = track('arguments');
const attempt = (fn) => {
  try {
    fn();
  } catch (e) {
    log(e.name, e.code);
  }
};
attempt(() => compose(new Writable({ write() {} }), new PassThrough()));
attempt(() => compose(new PassThrough(), new Readable({ read() {} })));
