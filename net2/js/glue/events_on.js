'use strict';
// events.on: the emissions of an event as an async iterator.
const { AbortError, invalidArgType, checkObject, checkSignal, checkInteger, checkFunction } = require('errors');
const iteratorProto = require('iterators').asyncIteratorPrototype;

module.exports = function on(emitter, event, options = {}) {
  checkObject('options', options);
  const signal = options.signal;
  if (signal !== undefined) checkSignal('options.signal', signal);
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const high = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
  const low = options.lowWaterMark ?? options.lowWatermark ?? 1;
  checkInteger('options.highWaterMark', high, 1);
  checkInteger('options.lowWaterMark', low, 1);
  const isEmitter = typeof emitter?.on === 'function';
  if (!isEmitter && typeof emitter?.addEventListener !== 'function') throw invalidArgType('emitter', 'an instance of EventEmitter', emitter);

  const waiting = [], kept = [], added = [];
  let failure = null, finished = false, paused = false;
  const listen = (type, fn) => {
    if (isEmitter) emitter.on(type, fn); else emitter.addEventListener(type, fn);
    added.push([type, fn]);
  };
  const arrived = (args) => {
    if (waiting.length) return waiting.shift().resolve({ value: args, done: false });
    kept.push(args);
    if (!paused && kept.length > high) {
      paused = true;
      emitter.pause?.();
    }
  };
  const onEvent = (...args) => arrived(args);
  const fail = (err) => {
    if (waiting.length) waiting.shift().reject(err); else failure = err;
    iterator.return();
  };
  const close = () => {
    signal?.removeEventListener('abort', onAbort);
    for (const [type, fn] of added.splice(0)) {
      if (isEmitter) emitter.removeListener(type, fn); else emitter.removeEventListener(type, fn);
    }
    finished = true;
    for (const w of waiting.splice(0)) w.resolve({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  };
  const onAbort = () => fail(new AbortError(undefined, { cause: signal.reason }));
  const iterator = {
    __proto__: iteratorProto,
    next() {
      if (kept.length) {
        const value = kept.shift();
        if (paused && kept.length < low) {
          emitter.resume?.();
          paused = false;
        }
        return Promise.resolve({ value, done: false });
      }
      if (failure) {
        const p = Promise.reject(failure);
        failure = null;
        return p;
      }
      if (finished) return close();
      return new Promise((resolve, reject) => { waiting.push({ resolve, reject }); });
    },
    return: close,
    throw(err) {
      if (!(err instanceof Error)) throw invalidArgType('EventEmitter.AsyncIterator', 'an instance of Error', err);
      fail(err);
    },
    [Symbol.asyncIterator]() { return this; },
  };
  listen(event, onEvent);
  if (event !== 'error' && isEmitter) listen('error', fail);
  for (const type of options.close ?? []) listen(type, close);
  void checkFunction;
  signal?.addEventListener('abort', onAbort, { once: true, [require('event_target').resists]: true });
  return iterator;
};
