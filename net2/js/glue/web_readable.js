'use strict';
// ReadableStream of the web, with its default reader; there are no byte streams.
const errors = require('errors');
const { checkObject, coded, invalidArgType, invalidArgValue } = errors;
const custom = Symbol.for('nodejs.util.inspect.custom');

// A promise with its ends outside. It may be rejected without anybody listening.
function deferred() {
  const d = {};
  d.promise = new Promise((resolve, reject) => { d.resolve = resolve; d.reject = reject; });
  d.promise.then(undefined, () => {});
  return d;
}
const lift = (f) => { try { return Promise.resolve(f()); } catch (err) { return Promise.reject(err); } };
const invalidState = (message) => coded(TypeError, 'ERR_INVALID_STATE', `Invalid state: ${message}`);

// strategyOf is the high-water mark and the measure of a strategy.
function strategyOf(strategy, fallback) {
  const { highWaterMark, size } = strategy ?? {};
  const mark = highWaterMark === undefined ? fallback : +highWaterMark;
  if (!(mark >= 0)) throw coded(RangeError, 'ERR_INVALID_ARG_VALUE', `The property 'strategy.highWaterMark' is invalid. Received ${highWaterMark}`);
  if (size !== undefined && typeof size !== 'function') throw invalidArgType('strategy.size', 'of type function', size);
  return { mark, size: size ?? (() => 1) };
}
function sizeOf(measure, chunk) {
  const n = +measure(chunk);
  if (!(n >= 0 && n < Infinity)) throw invalidArgValue('size', n);
  return n;
}

const shows = (C, fields) => Object.defineProperty(C.prototype, custom, { configurable: true, value(depth, options) {
  return `${C.name} ${require('util').inspect(Object.fromEntries(fields.map((name) => [name, this[name]])), { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
} });

// Source is what is behind a ReadableStream: its queue and its state.
class Source {
  state = 'readable'; error = undefined; reader = null; queue = []; total = 0;
  started = false; pulling = false; again = false; closing = false;
  constructor(underlying, { mark, size }) {
    this.underlying = underlying;
    this.mark = mark;
    this.measure = size;
    this.controller = new ReadableStreamDefaultController(making, this);
  }
  start() {
    const result = this.underlying.start?.(this.controller);
    Promise.resolve(result).then(() => { this.started = true; this.pull(); }, (err) => this.fail(err));
  }
  get desired() { return this.state === 'errored' ? null : this.state === 'closed' ? 0 : this.mark - this.total; }
  pull() {
    const wanted = this.state === 'readable' && !this.closing && this.started && (this.reader?.requests.length > 0 || this.desired > 0);
    if (!wanted) return;
    if (this.pulling) { this.again = true; return; }
    this.pulling = true;
    lift(() => this.underlying.pull?.(this.controller)).then(() => {
      this.pulling = false;
      if (this.again) { this.again = false; this.pull(); }
    }, (err) => this.fail(err));
  }
  enqueue(chunk) {
    if (this.closing || this.state !== 'readable') throw invalidState('Controller is already closed');
    if (this.reader?.requests.length > 0) this.reader.requests.shift().resolve({ value: chunk, done: false });
    else {
      let size;
      try { size = sizeOf(this.measure, chunk); } catch (err) { this.fail(err); throw err; }
      this.queue.push({ chunk, size });
      this.total += size;
    }
    this.pull();
  }
  close() {
    if (this.closing || this.state !== 'readable') throw invalidState('Controller is already closed');
    this.closing = true;
    if (this.queue.length === 0) this.finish();
  }
  finish() {
    this.state = 'closed';
    this.empty();
    for (const r of this.reader?.requests.splice(0) ?? []) r.resolve({ value: undefined, done: true });
    this.reader?.closed.resolve();
  }
  fail(err) {
    if (this.state !== 'readable') return;
    this.state = 'errored';
    this.error = err;
    this.empty();
    for (const r of this.reader?.requests.splice(0) ?? []) r.reject(err);
    this.reader?.closed.reject(err);
  }
  empty() { this.queue = []; this.total = 0; }
  cancel(reason) {
    if (this.state === 'closed') return Promise.resolve();
    if (this.state === 'errored') return Promise.reject(this.error);
    this.finish();
    return lift(() => this.underlying.cancel?.(reason)).then(() => undefined);
  }
  read() {
    if (this.state === 'closed') return Promise.resolve({ value: undefined, done: true });
    if (this.state === 'errored') return Promise.reject(this.error);
    if (this.queue.length > 0) {
      const { chunk, size } = this.queue.shift();
      this.total -= size;
      if (this.closing && this.queue.length === 0) this.finish(); else this.pull();
      return Promise.resolve({ value: chunk, done: false });
    }
    const d = deferred();
    this.reader.requests.push(d);
    this.pull();
    return d.promise;
  }
}

const making = Symbol('making');
class ReadableStreamDefaultController {
  #source;
  constructor(key, source) {
    if (key !== making) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    this.#source = source;
  }
  get desiredSize() { return this.#source.desired; }
  enqueue(chunk = undefined) { this.#source.enqueue(chunk); }
  close() { this.#source.close(); }
  error(err = undefined) { this.#source.fail(err); }
}

class ReadableStreamDefaultReader {
  #source; #state;
  constructor(stream) {
    const source = sourceOf(stream, 'stream');
    if (source.reader) throw invalidState('ReadableStream is locked');
    this.#source = source;
    this.#state = source.reader = { requests: [], closed: deferred() };
    if (source.state === 'closed') source.reader.closed.resolve();
    if (source.state === 'errored') source.reader.closed.reject(source.error);
  }
  get closed() { return this.#state.closed.promise; }
  read() { return this.#source ? this.#source.read() : Promise.reject(invalidState('The reader is not attached to a stream')); }
  cancel(reason = undefined) { return this.#source ? this.#source.cancel(reason) : Promise.reject(invalidState('The reader is not attached to a stream')); }
  releaseLock() {
    if (!this.#source) return;
    const err = invalidState('Reader released');
    for (const r of this.#state.requests.splice(0)) r.reject(err);
    if (this.#source.state === 'readable') this.#state.closed.reject(err);
    else { this.#state.closed = deferred(); this.#state.closed.reject(err); }
    this.#source.reader = null;
    this.#source = null;
  }
}

class ReadableStream {
  #source;
  constructor(underlying = {}, strategy = {}) {
    if (underlying === null) throw invalidArgValue('source', 'Object', underlying);
    if (underlying.type !== undefined) throw invalidArgValue('source.type', underlying.type);
    this.#source = new Source(underlying, strategyOf(strategy, 1));
    this.#source.start();
  }
  static is = (v) => v !== null && typeof v === 'object' && #source in v;
  static source = (v) => v.#source;
  static from(iterable) {
    const iterator = iterable[Symbol.asyncIterator]?.() ?? iterable[Symbol.iterator]();
    return new ReadableStream({
      async pull(controller) {
        const { value, done } = await iterator.next();
        if (done) controller.close(); else controller.enqueue(await value);
      },
      async cancel(reason) { await iterator.return?.(reason); },
    }, { highWaterMark: 0 });
  }
  get locked() { return this.#source.reader !== null; }
  cancel(reason = undefined) { return this.locked ? Promise.reject(invalidState('ReadableStream is locked')) : this.#source.cancel(reason); }
  getReader(options = {}) {
    checkObject('options', options);
    if (options.mode !== undefined) throw invalidArgValue('options.mode', options.mode);
    return new ReadableStreamDefaultReader(this);
  }
  pipeThrough(transform, options) {
    const { isWritableStream } = require('web_writable');
    if (!isReadableStream(transform?.readable)) throw invalidArgType('transform.readable', 'an instance of ReadableStream', transform?.readable);
    if (!isWritableStream(transform.writable)) throw invalidArgType('transform.writable', 'an instance of WritableStream', transform.writable);
    this.pipeTo(transform.writable, options).then(undefined, () => {});
    return transform.readable;
  }
  pipeTo(destination, options = {}) { return require('web_writable').pipe(this, destination, options); }
  tee() {
    const reader = this.getReader(), branches = [], reasons = [];
    const over = deferred();
    let reading = false;
    const pull = async () => {
      if (reading) return;
      reading = true;
      try {
        const { value, done } = await reader.read();
        for (const b of branches) if (b.open) { if (done) { b.open = false; b.c.close(); } else b.c.enqueue(value); }
        if (done) over.resolve();
      } catch (err) {
        for (const b of branches) b.c.error(err);
        over.resolve();
      } finally { reading = false; }
    };
    const branch = (i) => new ReadableStream({
      start(c) { branches[i] = { c, open: true }; }, pull,
      cancel(reason) {
        branches[i].open = false;
        reasons[i] = reason;
        if (branches.every((b) => !b.open)) reader.cancel(reasons).then(over.resolve, over.reject);
        return over.promise;
      },
    });
    return [branch(0), branch(1)];
  }
  values(options = {}) {
    const reader = this.getReader();
    let over = false;
    return {
      __proto__: require('iterators').asyncIteratorPrototype,
      async next() {
        if (over) return { value: undefined, done: true };
        const { value, done } = await reader.read().catch((err) => { over = true; reader.releaseLock(); throw err; });
        if (done) { over = true; reader.releaseLock(); }
        return { value, done };
      },
      async return(value) {
        if (!over) {
          over = true;
          const cancelled = options?.preventCancel ? undefined : reader.cancel(value);
          reader.releaseLock();
          await cancelled;
        }
        return { value, done: true };
      },
    };
  }
}
const { is: isReadableStream, source: inner } = ReadableStream;
delete ReadableStream.is;
delete ReadableStream.source;
Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, { value: ReadableStream.prototype.values, writable: true, configurable: true });
function sourceOf(stream, name) {
  if (!isReadableStream(stream)) throw invalidArgType(name, 'an instance of ReadableStream', stream);
  return inner(stream);
}
Object.defineProperty(ReadableStream.prototype, 'state', { get() { return inner(this).state; }, configurable: true });
Object.defineProperty(ReadableStream.prototype, 'supportsBYOB', { get: () => false, configurable: true });
shows(ReadableStream, ['locked', 'state', 'supportsBYOB']);
for (const C of [ReadableStream, ReadableStreamDefaultReader, ReadableStreamDefaultController]) Object.defineProperty(C.prototype, Symbol.toStringTag, { value: C.name, configurable: true });

module.exports = { ReadableStream, ReadableStreamDefaultReader, ReadableStreamDefaultController, deferred, invalidState, isReadableStream, lift, shows, sizeOf, strategyOf };
