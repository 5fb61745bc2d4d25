'use strict';
// The last timer of a list clears itself and sets another of the same duration: that one waits its time.
const { track } = require('../transcript.js');
const log = track('loop');

let n = 0;
const next = () => {
  const t = setTimeout(() => {
    log('run', ++n);
    clearTimeout(t);
    if (n < 3) next();
    setImmediate(() => log('immediate'));
  }, 3);
};
next();
