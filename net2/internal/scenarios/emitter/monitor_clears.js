'use strict';
// A monitor that removes all listeners does not keep the error from those that were there.
const { track } = require('../transcript.js');
const EventEmitter = require('events');

const log = track('e');
const thrown = (fn) => { try { return fn(); } catch (err) { return err; } };
const make = (monitor) => {
  const e = new EventEmitter();
  e.on(EventEmitter.errorMonitor, () => monitor(e));
  e.on('error', (err) => log('listener', err));
  e.on('other', () => {});
  return e;
};
const all = make((e) => e.removeAllListeners());
log('all', thrown(() => all.emit('error', new Error('one'))), all.eventNames().length);
log('none', thrown(() => all.emit('error', new Error('two'))));
const again = make((e) => e.removeAllListeners().on('error', (err) => log('added', err)));
log('again', thrown(() => again.emit('error', new Error('three'))), again.eventNames().join());
log('added', thrown(() => again.emit('error', new Error('four'))));
const errors = make((e) => e.removeAllListeners('error'));
log('errors', thrown(() => errors.emit('error', new Error('five'))));
const more = make((e) => { for (let i = 0; i < 20; i++) e.on(`x${i}`, () => {}); e.on('error', (err) => log('more', err)); });
log('more', thrown(() => more.emit('error', new Error('six'))));
