'use strict';
// A stream does not outlive the loop over it, unless it was asked to.
const { track } = require('../transcript.js');
const { Readable, Duplex } = require('stream');

async function run(name, stream, options, leave) {
  const seen = track(name);
  const log = track(`${name}: the loop`);
  for (const event of ['end', 'error', 'close']) stream.on(event, (e) => seen(event, ...(e ? [e] : [])));
  try {
    for await (const chunk of stream.iterator(options)) {
      log('chunk', chunk);
      if (leave) break;
    }
  } catch (e) {
    log('caught', e);
  }
  setImmediate(() => log('destroyed', stream.destroyed));
}
const endless = { read() { this.push('x'); } };
const short = { read() { this.push('x'); this.push(null); }, write() {} };
const keep = { destroyOnReturn: false };
run('left early', new Readable(endless), {}, true);
run('left early, kept', new Readable(endless), keep, true);
run('left early without autoDestroy', new Readable({ ...endless, autoDestroy: false }), {}, true);
run('at its end', new Readable(short), {}, false);
run('at its end without autoDestroy', new Readable({ ...short, autoDestroy: false }), {}, false);
run('duplex at its end', new Duplex(short), {}, false);
run('duplex at its end, kept', new Duplex(short), keep, false);
run('duplex at its end without autoDestroy', new Duplex({ ...short, autoDestroy: false }), {}, false);
