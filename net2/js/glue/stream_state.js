'use strict';
// The properties of streams, and _readableState and _writableState as they look to those who look.
const kSet = Symbol('set by the program'), kOwn = Symbol('written by the program');
const kState = { true: Symbol('readableState'), false: Symbol('writableState') };

// What a program sets to false stays so: readable and writable.
function setter(name) {
  if (name === 'destroyed') return function(v) { native.setDestroyed(this, !!v); };
  if (name !== 'readable' && name !== 'writable') return undefined;
  return function(v) {
    if (!Object.hasOwn(this, kSet)) Object.defineProperty(this, kSet, { value: {}, configurable: true });
    this[kSet][name] = !!v;
  };
}

// over tells whether a program has written into the state of a stream that its writable side is over.
const over = (stream) => {
  const o = stream[kState.false]?.[kOwn];
  return o !== undefined && !!(o.ended || o.ending || o.destroyed || o.errored);
};

function getters(table, ...names) {
  const out = {};
  for (const name of names.length ? names : Object.keys(table)) {
    const get = table[name];
    if (name === 'readable' || name === 'writable') {
      out[name] = function() { return this[kSet]?.[name] === false || name === 'writable' && over(this) ? false : get.call(this); };
    } else if (name === 'writableEnded') {
      out[name] = function() { return this[kState.false]?.[kOwn]?.ending ?? get.call(this); };
    } else out[name] = get;
  }
  return out;
}

// autoEnd is allowHalfOpen: false at work: the end() that the program sees is called.
function autoEnd(stream) {
  if (stream.writable && !stream.writableEnded && !stream.destroyed) stream.end();
}

function state(stream, reading) {
  if (!native.hasSide(stream, reading)) return undefined;
  const key = kState[reading];
  if (!Object.hasOwn(stream, key)) {
    const o = {}, own = {};
    for (const name of Object.keys(native.streamState(stream, reading))) {
      Object.defineProperty(o, name, {
        enumerable: true, configurable: true,
        get: () => name in own ? own[name] : native.streamState(stream, reading)[name], set(v) { own[name] = v; },
      });
    }
    Object.defineProperty(o, kOwn, { value: own });
    if (!reading) o.getBuffer = () => native.streamState(stream, false).buffered;
    Object.defineProperty(stream, key, { value: o, configurable: true });
  }
  return stream[key];
}

function states(Readable, Writable, Duplex) {
  const define = (C, name, reading) => Object.defineProperty(C.prototype, name, {
    configurable: true, enumerable: false, get() { return this === C.prototype ? undefined : state(this, reading); },
    set(v) { Object.defineProperty(this, name, { value: v, writable: true, configurable: true, enumerable: true }); },
  });
  define(Readable, '_readableState', true);
  define(Writable, '_writableState', false);
  define(Duplex, '_writableState', false);
  for (const C of [Writable, Duplex]) {
    Object.defineProperty(C.prototype, 'writableBuffer', { configurable: true, get() { return native.streamState(this, false)?.buffered; } });
  }
  Object.defineProperty(Readable.prototype, 'readableBuffer', { configurable: true, get() { return native.streamState(this, true)?.buffer; } });
}

function destroy(err, cb) {
  if (typeof cb === 'function') {
    if (native.streamState(this, true)?.destroyed || native.streamState(this, false)?.destroyed) { cb(); return this; }
    const hook = this._destroy;
    Object.defineProperty(this, '_destroy', { configurable: true, writable: true, enumerable: false, value(e, done) {
      hook.call(this, e, (final) => { cb(final ?? null); done(final); });
    } });
  }
  native.streamMethods.destroy.call(this, err);
  return this;
}

module.exports = { autoEnd, destroy, getters, setter, state, states };
