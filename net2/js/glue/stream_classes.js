'use strict';
// The stream classes. What they do is Go's; here are constructors, prototypes and the methods that a subclass overrides.
const EventEmitter = require('events');
const errors = require('errors');
const view = require('stream_state');

function Stream(options) { EventEmitter.call(this, options); }
inherit(Stream, EventEmitter);
native.watchEmit(Stream.prototype);
Stream.prototype.pipe = function(dest, options) { return require('stream_pipe').legacy(this, dest, options); };

function inherit(C, Base) {
  Object.setPrototypeOf(C.prototype, Base.prototype);
  Object.setPrototypeOf(C, Base);
}

function checkMark(options, ...names) {
  for (const name of ['highWaterMark', ...names]) {
    const v = options?.[name];
    if (v != null && (!Number.isInteger(v) && v !== Infinity || v < 0)) throw errors.invalidArgValue(`options.${name}`, v);
  }
  for (const name of ['defaultEncoding', 'encoding']) {
    const v = options?.[name];
    if (v && !native.isEncoding(v)) throw errors.unknownEncoding(v);
  }
}

function adopt(stream, options, ...names) {
  if (!options) return;
  for (const name of names) if (typeof options[name] === 'function') stream[`_${name}`] = options[name];
}

function begin(stream, options, init, ...marks) {
  checkMark(options, ...marks);
  const settings = options && EventEmitter.captureRejections ? { ...options, captureRejections: true } : options;
  init(stream, settings ?? (EventEmitter.captureRejections ? { captureRejections: true } : undefined));
  if (EventEmitter.usingDomains) require('domain')._join(stream);
  if (options?.signal) require('stream_extras').watch(options.signal, stream);
}

function Readable(options) {
  if (!(this instanceof Readable)) return new Readable(options);
  adopt(this, options, 'read', 'destroy', 'construct');
  begin(this, options, native.readableInit);
}
inherit(Readable, Stream);

function Writable(options) {
  if (!(this instanceof Writable)) return new Writable(options);
  adopt(this, options, 'write', 'writev', 'destroy', 'final', 'construct');
  begin(this, options, native.writableInit);
}
inherit(Writable, Stream);

function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  adopt(this, options, 'read', 'write', 'writev', 'destroy', 'final', 'construct');
  begin(this, options, native.duplexInit, 'readableHighWaterMark', 'writableHighWaterMark');
}
inherit(Duplex, Readable);

function Transform(options) {
  if (!(this instanceof Transform)) return new Transform(options);
  adopt(this, options, 'transform', 'flush', 'destroy', 'final', 'construct', 'read', 'write', 'writev');
  begin(this, options, native.transformInit, 'readableHighWaterMark', 'writableHighWaterMark');
}
inherit(Transform, Duplex);

function PassThrough(options) {
  if (!(this instanceof PassThrough)) return new PassThrough(options);
  Transform.call(this, options);
}
inherit(PassThrough, Transform);

// A Duplex is a Writable too.
Object.defineProperty(Writable, Symbol.hasInstance, { value(o) {
  if (Function.prototype[Symbol.hasInstance].call(this, o)) return true;
  return this === Writable && o != null && native.hasSide(o, false) === true;
} });

const methods = (C, table) => { for (const name of Object.keys(table)) C.prototype[name] = table[name]; };
const accessors = (C, table, enumerable = false) => {
  for (const name of Object.keys(table)) {
    Object.defineProperty(C.prototype, name, { configurable: true, enumerable, get: table[name], set: view.setter(name) });
  }
};
const reading = native.readableMethods, writing = native.writableMethods;
const pick = (o, ...names) => Object.fromEntries(names.map((name) => [name, o[name]]));
const write = pick(writing, 'write', 'end', 'cork', 'uncork', 'setDefaultEncoding');
const read = pick(reading, 'push', 'unshift', 'read', 'pause', 'resume', 'isPaused', 'setEncoding');
const destroyed = { destroy: view.destroy, _undestroy: native.streamMethods._undestroy };

methods(Readable, { ...read, ...destroyed, _destroy(err, cb) { cb(err); }, _read() { throw errors.notImplemented('_read()'); } });
methods(Writable, { ...write, ...destroyed, _destroy(err, cb) { cb(err); }, _write: writeOrWritev });
methods(Duplex, { ...write, _write: writeOrWritev, _destroy(err, cb) { cb(err); } });
methods(Transform, {
  _transform() { throw errors.notImplemented('_transform()'); },
  _read() {}, _write() {},
});
PassThrough.prototype._transform = function(chunk, encoding, cb) { cb(null, chunk); };
Writable.prototype._writev = null;
Duplex.prototype._writev = null;
Writable.prototype.pipe = function() { native.errorOrDestroy(this, errors.coded(Error, 'ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable')); };

function writeOrWritev(chunk, encoding, cb) {
  if (!this._writev) throw errors.notImplemented('_write()');
  this._writev([{ chunk, encoding }], cb);
}

accessors(Readable, view.getters(native.readableGetters));
accessors(Writable, view.getters(native.writableGetters));
accessors(Duplex, view.getters(native.writableGetters));
for (const C of [Readable, Writable, Duplex]) accessors(C, view.getters(native.streamGetters, 'destroyed', 'closed', 'errored'));
Object.defineProperty(Duplex.prototype, 'allowHalfOpen', {
  configurable: true, enumerable: false, get: native.streamGetters.allowHalfOpen, set(v) { native.setAllowHalfOpen(this, !!v); },
});
view.states(Readable, Writable, Duplex);
for (const C of [Readable, Writable]) C.prototype[Symbol.for('nodejs.rejection')] = function(err) { this.destroy(err); };

module.exports = { Stream, Readable, Writable, Duplex, Transform, PassThrough };
require('stream_pipe').install(Readable, Writable);
require('stream_iterator').install(Readable, Writable);
require('stream_extras').install(module.exports);
