'use strict';
// A cleared immediate does not run, also when a callback or a tick of the same phase clears it.
const { track } = require('../transcript.js');
const log = track('loop');

let b, c;
const a = setImmediate(() => {
  log('a', a.hasRef());
  clearImmediate(b);
  process.nextTick(() => clearImmediate(c));
});
b = setImmediate(() => log('b'));
c = setImmediate(() => log('c'));
const d = setImmediate(() => log('d'));
clearImmediate(d);
clearImmediate(d);
clearImmediate(null);
setImmediate(() => { clearImmediate(a); log('e', a.ref().hasRef(), b.hasRef(), c.hasRef()); });
