'use strict';
// events.once waits for one event; an error event ends it, unless that is what it waits for.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const { once } = require('events');
const log = track('e');
const e = new EventEmitter();
const wait = async (name, signal) => {
  try { log(name, ...await once(e, name, { signal })); } catch (err) { log(name, 'rejected', err); }
  log('left', e.eventNames().length);
};
(async () => {
  let p = wait('x');
  e.emit('x', 'a', 1);
  await p;
  p = wait('x');
  e.emit('error', new Error('boom'));
  await p;
  p = wait('error');
  e.emit('error', new Error('asked for'));
  await p;
  const stop = new AbortController();
  p = wait('x', stop.signal);
  stop.abort();
  await p;
  await wait('x', stop.signal);
})();
