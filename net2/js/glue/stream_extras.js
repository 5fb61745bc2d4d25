'use strict';
// The smaller functions of the module stream.
const errors = require('errors');
const { AbortError } = errors;
const finished = (...args) => require('stream_flow').finished(...args);
const isOurs = (s) => native.hasSide(s, true) === true || native.hasSide(s, false) === true;

const abortError = (signal) => new AbortError(undefined, { cause: signal.reason });

// watch destroys a stream when the signal says so.
function watch(signal, stream) {
  if (typeof signal !== 'object' || signal === null || !('aborted' in signal)) throw errors.invalidArgType('signal', 'an instance of AbortSignal', signal);
  const abort = () => stream.destroy(abortError(signal));
  if (signal.aborted) abort();
  else {
    signal.addEventListener('abort', abort, { once: true });
    finished(stream, () => signal.removeEventListener('abort', abort));
  }
  return stream;
}

function addAbortSignal(signal, stream) {
  errors.checkSignal('signal', signal);
  if (!isOurs(stream)) throw errors.invalidArgType('stream', 'an instance of ReadableStream, WritableStream, or Stream', stream);
  return watch(signal, stream);
}

function destroyer(stream, err) {
  if (!stream || isDestroyed(stream)) return;
  if (!err && isOurs(stream) && !isFinished(stream)) err = new AbortError();
  if (typeof stream.destroy === 'function') stream.destroy(err);
  else if (typeof stream.close === 'function') stream.close();
}

const isFinished = (s) => !(native.hasSide(s, true) && s.readable && !s.readableEnded) && !(native.hasSide(s, false) && s.writable && !s.writableEnded);
const isDestroyed = (s) => isOurs(s) || typeof s?.pipe === 'function' ? !!(s.destroyed || s._readableState?.destroyed || s._writableState?.destroyed) : null;
const isReadable = (s) => {
  if (s && s[Symbol.for('nodejs.stream.readable')] != null) return s[Symbol.for('nodejs.stream.readable')];
  if (typeof s?.readable !== 'boolean') return null;
  return !isDestroyed(s) && s.readable && !(s.readableEnded ?? false);
};
const isWritable = (s) => {
  if (s && s[Symbol.for('nodejs.stream.writable')] != null) return s[Symbol.for('nodejs.stream.writable')];
  if (typeof s?.writable !== 'boolean') return null;
  return !isDestroyed(s) && s.writable && !(s.writableEnded ?? false);
};
const isErrored = (s) => !!(s && (s[Symbol.for('nodejs.stream.errored')] ?? (isOurs(s) ? native.isErrored(s) : s.errored)));
const isDisturbed = (s) => !!(s && (s[Symbol.for('nodejs.stream.disturbed')] ?? (s.readableDidRead || s.readableAborted)));

function duplexPair(options) {
  const { Duplex } = require('stream_classes');
  class Side extends Duplex {
    #callback = null; other = null;
    _read() { const cb = this.#callback; if (cb) { this.#callback = null; cb(); } }
    _write(chunk, encoding, cb) {
      if (chunk.length === 0) { process.nextTick(cb); return; }
      this.other.push(chunk);
      this.other.#callback = cb;
    }
    _final(cb) { this.other.on('end', cb); this.other.push(null); }
    _destroy(err, cb) {
      if (err) process.nextTick(() => this.other.emit('error', err)); else process.nextTick(() => this.other.push(null));
      cb(err);
    }
  }
  const a = new Side(options), b = new Side(options);
  for (const [x, y] of [[a, b], [b, a]]) Object.defineProperty(x, 'other', { value: y, enumerable: false });
  return [a, b];
}

function compose(...streams) { return require('stream_compose').compose(...streams); }
function destroy(stream, err) { destroyer(stream, err); return stream; }

function install({ Readable, Writable, Duplex, Stream }) {
  const operators = require('stream_operators');
  for (const name of Object.keys(operators.streams)) {
    Object.defineProperty(Readable.prototype, name, { configurable: true, writable: true, enumerable: false, value: { [name](...args) { return Readable.from(operators.streams[name].apply(this, args)); } }[name] });
  }
  for (const name of Object.keys(operators.promises)) {
    Object.defineProperty(Readable.prototype, name, { configurable: true, writable: true, enumerable: false, value: operators.promises[name] });
  }
  Object.defineProperty(Readable.prototype, 'compose', { configurable: true, writable: true, value(stream, options) {
    const composed = compose(this, stream);
    if (options?.signal) addAbortSignal(options.signal, composed);
    return composed;
  } });
  for (const name of [...Object.keys(operators.streams), ...Object.keys(operators.promises)]) {
    Object.defineProperty(Readable.prototype[name], 'length', { value: name === 'toArray' || name === 'asIndexedPairs' ? 0 : 1, configurable: true });
  }
  Duplex.from = (body) => require('stream_compose').duplexFrom(body);
  const web = () => require('web_adapters');
  Readable.toWeb = (stream, options) => web().readableToWeb(stream, options);
  Readable.fromWeb = (stream, options) => web().readableFromWeb(stream, options);
  Writable.toWeb = (stream) => web().writableToWeb(stream);
  Writable.fromWeb = (stream, options) => web().writableFromWeb(stream, options);
  Duplex.toWeb = (duplex) => web().duplexToWeb(duplex);
  Duplex.fromWeb = (streams, options) => web().duplexFromWeb(streams, options);
  void Writable; void Stream;
}

module.exports = { addAbortSignal, compose, destroy, destroyer, duplexPair, install, isDestroyed, isDisturbed, isErrored, isReadable, isWritable, watch };
