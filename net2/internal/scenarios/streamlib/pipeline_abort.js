'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable } = require('stream');
const { pipeline } = require('stream/promises');

function run(name, abort) {
  const log = track(name);
  const ended = track(`${name}: result`);
  const ac = new AbortController();
  const src = new Readable({ read() {} });
  const dst = new Writable({ write(c, e, cb) { log('write', c); cb(); } });
  for (const [who, s] of [['src', src], ['dst', dst]]) {
    s.on('error', (err) => log(who, 'error', err));
    s.on('close', () => log(who, 'close'));
  }
  abort(ac, src);
  pipeline(src, dst, { signal: ac.signal }).then(() => ended('done'), (err) => ended(err));
}
run('before', (ac) => ac.abort());
run('during', (ac, src) => { src.push('x'); setImmediate(() => ac.abort()); });
run('after', (ac, src) => { src.push('x'); src.push(null); setTimeout(() => ac.abort(), 5); });
