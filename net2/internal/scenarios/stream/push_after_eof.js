'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
function run(name, options) {
  const log = track(name);
  const r = new Readable({ read() {}, ...options });
  r.on('error', (e) => log('error', e, r.errored === e, r.destroyed));
  r.on('close', () => log('close', r.closed));
  r.on('data', (d) => log('data', d));
  r.on('end', () => log('end'));
  log(r.push('a'));
  log(r.push(null));
  log(r.push(null));
  log('late', r.push('b'));
  log(r.readableAborted, r.errored);
  setImmediate(() => log('immediate', r.push('c'), r.push(''), r.unshift('d')));
}
run('destroyed', {});
run('kept', { autoDestroy: false });
run('silent', { emitClose: false });
