'use strict';
// timers/promises. The module timers loads it before it is done, so it asks for that one late.
const errors = require('errors');
const { AbortError, checkObject, checkSignal, checkBoolean, checkNumber } = errors;
const timers = () => require('timers');

function options(o) {
  checkObject('options', o);
  const { signal, ref = true } = o;
  if (signal !== undefined) checkSignal('options.signal', signal);
  checkBoolean('options.ref', ref);
  return { signal, ref };
}

const aborted = (signal) => new AbortError(undefined, { cause: signal.reason });

function wait(start, stop, value, o) {
  let signal, ref;
  try { ({ signal, ref } = options(o)); } catch (err) { return Promise.reject(err); }
  if (signal?.aborted) return Promise.reject(aborted(signal));
  return new Promise((resolve, reject) => {
    const onAbort = () => { stop(t); reject(aborted(signal)); };
    const t = start(() => { signal?.removeEventListener('abort', onAbort); resolve(value); });
    if (!ref) t.unref();
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function setTimeout(after, value, o = {}) {
  try { if (after !== undefined) checkNumber('delay', after); } catch (err) { return Promise.reject(err); }
  return wait((f) => timers().setTimeout(f, after), timers().clearTimeout, value, o);
}
const setImmediate = (value, o = {}) => wait((f) => timers().setImmediate(f), timers().clearImmediate, value, o);

function setInterval(after, value, o = {}) {
  let signal, ref, timer, missed = 0, waiting = null, over = false;
  const start = () => {
    checkObject('options', o);
    ({ signal, ref } = options(o));
    if (after !== undefined) checkNumber('delay', after);
    if (signal?.aborted) throw aborted(signal);
    timer = timers().setInterval(() => {
      missed++;
      if (waiting) { const w = waiting; waiting = null; w.resolve(); }
    }, after);
    if (!ref) timer.unref();
    signal?.addEventListener('abort', onAbort, { once: true });
  };
  const onAbort = () => {
    timers().clearInterval(timer);
    if (waiting) { const w = waiting; waiting = null; w.reject(aborted(signal)); }
  };
  const stop = () => {
    over = true;
    timers().clearInterval(timer);
    signal?.removeEventListener('abort', onAbort);
  };
  let begun = false, giving = false;
  return {
    __proto__: require('iterators').asyncIteratorPrototype,
    async next() {
      if (over) return { value: undefined, done: true };
      try {
        if (!begun) { begun = true; start(); }
        // What fired meanwhile is given out before the end of the signal is noticed.
        if (giving && --missed > 0) return { value, done: false };
        giving = false;
        if (signal?.aborted) throw aborted(signal);
        if (missed === 0) await new Promise((resolve, reject) => { waiting = { resolve, reject }; });
      } catch (err) {
        stop();
        throw err;
      }
      giving = true;
      return { value, done: false };
    },
    async return(v) { stop(); return { value: v, done: true }; },
    async throw(err) { stop(); throw err; },
  };
}

class Scheduler {
  constructor() { throw errors.coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
  yield() { check(this); return setImmediate(); }
  wait(delay, o) { check(this); return setTimeout(delay, undefined, o); }
}
function check(s) { if (s !== scheduler) throw errors.coded(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type Scheduler'); }
const scheduler = Object.create(Scheduler.prototype);

module.exports = { setTimeout, setImmediate, setInterval, scheduler };
