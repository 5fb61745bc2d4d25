'use strict';
const { track } = require('../transcript.js');
const { Transform } = require('stream');

const log = track('transform');
const t = new Transform({
  transform(chunk, encoding, cb) {
    log('transform', chunk, encoding);
    cb(null, chunk.toString().toUpperCase());
  },
  flush(cb) {
    log('flush');
    cb(null, 'tail');
  },
});
for (const name of ['prefinish', 'finish', 'end', 'close', 'pipe', 'resume']) t.on(name, () => log(name));
t.on('data', (d) => log('data', d));
log('write', t.write('one', () => log('one written')));
log('write', t.write(Buffer.from('two'), () => log('two written')));
t.end('three', () => log('end callback'));
log('main over', t.writableLength, t.readableLength);
process.nextTick(() => log('tick'));
setImmediate(() => log('immediate', t.destroyed, t.readableEnded, t.writableFinished));
