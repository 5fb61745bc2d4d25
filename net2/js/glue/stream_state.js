'use strict';
// The properties of streams, and _readableState and _writableState as they look to those who look.
const kSet = Symbol('set by the program');
const kState = { true: Symbol('readableState'), false: Symbol('writableState') };

// What a program sets to false stays so: readable and writable.
function setter(name) {
  if (name !== 'readable' && name !== 'writable') return name === 'destroyed' ? function(v) { if (v && !this[kSet]?.destroyed) note(this, name, v); } : undefined;
  return function(v) { note(this, name, !!v); };
}
function note(o, name, v) {
  if (!Object.hasOwn(o, kSet)) Object.defineProperty(o, kSet, { value: {}, configurable: true });
  o[kSet][name] = v;
}

function getters(table, ...names) {
  const out = {};
  for (const name of names.length ? names : Object.keys(table)) {
    const get = table[name];
    out[name] = name === 'readable' || name === 'writable' || name === 'destroyed' ? function() {
      const own = this[kSet]?.[name];
      return name === 'destroyed' ? own === true || get.call(this) : own === false ? false : get.call(this);
    } : get;
  }
  return out;
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

module.exports = { destroy, getters, setter, state, states };
