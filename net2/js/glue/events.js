'use strict';
// EventEmitter: the methods are Go's, on Go's emitter; here is the class, and the functions of the module.
const errors = require('errors');
const { AbortError, invalidArgType, hidden } = errors;
const errorMonitor = native.errorMonitor;
const rejection = Symbol.for('nodejs.rejection');
let captureAll = false;

function EventEmitter(options) { EventEmitter.init.call(this, options); }
EventEmitter.init = function(options) {
  let capture = captureAll;
  if (options?.captureRejections) {
    if (typeof options.captureRejections !== 'boolean') throw invalidArgType('options.captureRejections', 'of type boolean', options.captureRejections);
    capture = true;
  }
  native.emitterInit(this, capture);
};
const proto = EventEmitter.prototype;
const define = (o, name, value) => Object.defineProperty(o, name, { value, writable: true, configurable: true, enumerable: true });
for (const name of Object.keys(native.emitterMethods)) define(proto, name, native.emitterMethods[name]);
define(proto, 'on', proto.addListener);
define(proto, 'off', proto.removeListener);

function checkLimit(name, n) {
  if (typeof n !== 'number') throw invalidArgType(name, 'of type number', n);
  if (!(n >= 0)) throw errors.outOfRange(name, '>= 0', n);
}
const limits = new WeakMap(); // those that Go cannot say: Infinity, fractions
define(proto, 'setMaxListeners', function setMaxListeners(n) {
  checkLimit('setMaxListeners', n);
  limits.set(this, n);
  native.maxListeners(this, n);
  return this;
});
let defaultLimit = 10;
define(proto, 'getMaxListeners', function getMaxListeners() { return limits.get(this) ?? defaultLimit; });

// What programs look at although it is not theirs.
const view = (name, get, put) => Object.defineProperty(proto, name, { get, set: put, configurable: true, enumerable: false });
const warnedOf = new WeakMap();
view('_events', function() {
  const o = { __proto__: null };
  for (const name of this.eventNames()) {
    const list = this.rawListeners(name);
    const v = list.length === 1 ? list[0] : list;
    if (warnedOf.get(this)?.has(name)) v.warned = true;
    o[name] = v;
  }
  return o;
}, function() { native.emitterReset(this); });
view('_eventsCount', function() { return this.eventNames().length; }, function() {});
view('_maxListeners', function() { return limits.get(this); }, function(n) {
  if (n === undefined) limits.delete(this); else { limits.set(this, n); native.maxListeners(this, n); }
});

// _capture is called with the promise that a listener returned.
function _capture(emitter, event, promise, args) {
  if (typeof promise.then !== 'function') return;
  promise.then(undefined, (err) => {
    process.nextTick(() => {
      if (typeof emitter[rejection] === 'function') return void emitter[rejection](err, event, ...args);
      const was = native.captures(emitter);
      try {
        native.captures(emitter, false);
        emitter.emit('error', err);
      } finally {
        native.captures(emitter, was);
      }
    });
  });
}

// _warn is called when an event has suspiciously many listeners.
function _warn(emitter, type, count, message) {
  if (!warnedOf.has(emitter)) warnedOf.set(emitter, new Set());
  warnedOf.get(emitter).add(type);
  if (typeof type === 'symbol') message = message.replace(/\d+ \S* ?\S* listeners/, `${count} ${String(type)} listeners`);
  const who = require('util').inspect(emitter, { depth: -1 });
  message = message.replace(/added to \[.*?\]\./, () => `added to ${/^\S+ \{\}$/.test(who) ? `[${who.slice(0, -3)}]` : who}.`);
  const w = new Error(message);
  w.name = 'MaxListenersExceededWarning';
  w.emitter = emitter;
  w.type = type;
  w.count = count;
  process.emitWarning(w);
}

const isTarget = (e) => typeof e?.addEventListener === 'function';
const isOurTarget = (e) => require('event_target').inside.is(e);

function once(emitter, name, options = {}) {
  return new Promise((resolve, reject) => {
    errors.checkObject('options', options);
    const signal = options.signal;
    if (signal !== undefined) errors.checkSignal('options.signal', signal);
    if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
    if (typeof emitter?.on !== 'function' && !isTarget(emitter)) throw invalidArgType('emitter', 'an instance of EventEmitter', emitter);
    const done = () => signal?.removeEventListener('abort', onAbort);
    const onEvent = (...args) => {
      if (typeof emitter.removeListener === 'function') emitter.removeListener('error', onError);
      done();
      resolve(args);
    };
    const onError = (err) => {
      emitter.removeListener(name, onEvent);
      done();
      reject(err);
    };
    const onAbort = () => {
      if (typeof emitter.removeListener === 'function') {
        emitter.removeListener(name, onEvent);
        emitter.removeListener('error', onError);
      } else {
        emitter.removeEventListener(name, onEvent);
      }
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    if (typeof emitter.on === 'function') {
      emitter.once(name, onEvent);
      if (name !== 'error') emitter.once('error', onError);
    } else {
      emitter.addEventListener(name, onEvent, { once: true });
    }
    signal?.addEventListener('abort', onAbort, { once: true, [require('event_target').resists]: true });
  });
}

function getEventListeners(e, type) {
  if (typeof e?.listeners === 'function') return e.listeners(type);
  if (isOurTarget(e)) return require('event_target').inside.listeners(e, type);
  throw invalidArgType('emitter', 'an instance of EventEmitter or EventTarget', e);
}

function setMaxListeners(n = defaultLimit, ...targets) {
  checkLimit('setMaxListeners', n);
  if (targets.length === 0) {
    EventEmitter.defaultMaxListeners = n;
    return;
  }
  for (const t of targets) {
    if (isOurTarget(t)) require('event_target').inside.setLimit(t, n);
    else if (typeof t?.setMaxListeners === 'function') t.setMaxListeners(n);
    else throw invalidArgType('eventTargets', 'an instance of EventEmitter or EventTarget', t);
  }
}

function getMaxListeners(e) {
  if (typeof e?.getMaxListeners === 'function') return e.getMaxListeners();
  if (isOurTarget(e)) return require('event_target').inside.limit(e);
  throw invalidArgType('emitter', 'an instance of EventEmitter or EventTarget', e);
}

function addAbortListener(signal, listener) {
  if (signal === undefined) throw invalidArgType('signal', 'an instance of AbortSignal', signal);
  errors.checkSignal('signal', signal);
  errors.checkFunction('listener', listener);
  if (signal.aborted) queueMicrotask(() => listener());
  else signal.addEventListener('abort', listener, { once: true, [require('event_target').resists]: true });
  return { __proto__: null, [Symbol.dispose]() { signal.removeEventListener('abort', listener); } };
}

module.exports = EventEmitter;
Object.assign(EventEmitter, {
  once, on: (...args) => require('events_on')(...args), getEventListeners, getMaxListeners, setMaxListeners, addAbortListener,
  listenerCount: (e, type) => typeof e.listenerCount === 'function' ? e.listenerCount(type) : getEventListeners(e, type).length,
  EventEmitter, errorMonitor, captureRejectionSymbol: rejection, usingDomains: false,
});
for (const name of ['_capture', '_warn', 'init']) hidden(EventEmitter, name, name === 'init' ? EventEmitter.init : { _capture, _warn }[name]);
Object.defineProperty(EventEmitter, 'EventEmitterAsyncResource', { configurable: true, enumerable: true, get: () => require('async_hooks').EventEmitterAsyncResource });
Object.defineProperties(EventEmitter, {
  defaultMaxListeners: {
    enumerable: true, get: () => defaultLimit,
    set(n) { checkLimit('defaultMaxListeners', n); defaultLimit = n; native.defaultMaxListeners(n); },
  },
  captureRejections: {
    enumerable: true, get: () => captureAll,
    set(v) { errors.checkBoolean('EventEmitter.captureRejections', v); captureAll = v; },
  },
});
