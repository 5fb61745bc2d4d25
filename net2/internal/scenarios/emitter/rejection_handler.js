'use strict';
// emitter[Symbol.for('nodejs.rejection')] takes captured rejections instead of the error event. Uncaptured ones, and
// those of error listeners that were called for one, are uncaught.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
process.on('uncaughtException', (err) => log('uncaught', err));
const h = new EventEmitter({ captureRejections: true });
h[Symbol.for('nodejs.rejection')] = (err, event, ...args) => log('handler', err, event, ...args);
h.on('error', (err) => log('error', err));
h.on('x', async () => { throw new Error('handled'); });
h.emit('x', 'a', 1);
const e = new EventEmitter();
e.on('x', async () => { throw new Error('not captured'); });
e.on('x', () => log('next listener'));
log(e.emit('x'));
setImmediate(() => {
  const c = new EventEmitter({ captureRejections: true });
  c.on('error', async (err) => { log('error', err); throw new Error('from the error listener'); });
  c.on('x', async () => { throw new Error('first'); });
  c.emit('x');
  setImmediate(() => {
    const n = new EventEmitter({ captureRejections: true });
    n.on('x', async () => { throw new Error('nobody listens'); });
    n.emit('x');
  });
});
