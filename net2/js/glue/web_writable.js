'use strict';
// WritableStream and TransformStream of the web, the strategies, and what pipes from one to the other.
const { coded, invalidArgType, invalidArgValue, missingArgs } = require('errors');
const { ReadableStream, deferred, invalidState, isReadableStream, lift, shows, sizeOf, strategyOf } = require('web_readable');
const making = Symbol('making');

// Sink is what is behind a WritableStream: writes that wait, one that is under way, and the state.
class Sink {
  state = 'writable'; error = undefined; writer = null; queue = []; total = 0;
  started = false; busy = null; closing = null; aborter = new AbortController();
  constructor(underlying, { mark, size }) {
    this.underlying = underlying;
    this.mark = mark;
    this.measure = size;
    this.controller = new WritableStreamDefaultController(making, this);
  }
  start() {
    const result = this.underlying.start?.(this.controller);
    Promise.resolve(result).then(() => { this.started = true; this.advance(); }, (err) => { this.started = true; this.fail(err); });
  }
  get desired() { return this.state === 'errored' ? null : this.state === 'closed' ? 0 : this.mark - this.total; }
  get full() { return this.state === 'writable' && !this.closing && this.desired <= 0; }
  signal() { // tells the writer whether it may write
    const w = this.writer;
    if (!w) return;
    if (this.full) { if (w.isReady) { w.isReady = false; w.ready = deferred(); } } else { w.isReady = true; w.ready.resolve(); }
  }
  write(chunk) {
    if (this.state === 'errored') return Promise.reject(this.error);
    if (this.closing || this.state === 'closed') return Promise.reject(invalidState('Stream closed or closing'));
    let size;
    try { size = sizeOf(this.measure, chunk); } catch (err) { this.fail(err); return Promise.reject(err); }
    const d = deferred();
    this.queue.push({ chunk, size, d });
    this.total += size;
    this.signal();
    this.advance();
    return d.promise;
  }
  close() {
    if (this.state === 'errored') return Promise.reject(this.error);
    if (this.closing || this.state === 'closed') return Promise.reject(invalidState('Stream closed or closing'));
    this.closing = deferred();
    this.signal();
    this.advance();
    return this.closing.promise;
  }
  advance() {
    if (!this.started || this.busy || this.state !== 'writable') return;
    const next = this.queue[0];
    if (!next && !this.closing) return;
    const done = deferred();
    this.busy = done.promise;
    const over = (f) => (v) => { this.busy = null; f(v); done.resolve(); };
    if (next) {
      lift(() => this.underlying.write?.(next.chunk, this.controller)).then(over(() => {
        if (this.state === 'writable') { this.queue.shift(); this.total -= next.size; }
        next.d.resolve();
        this.signal();
        this.advance();
      }), over((err) => { next.d.reject(err); this.fail(err); }));
    } else {
      lift(() => this.underlying.close?.()).then(over(() => {
        this.state = 'closed';
        this.closing.resolve();
        this.writer?.closed.resolve();
      }), over((err) => { this.closing.reject(err); this.fail(err); }));
    }
  }
  fail(err) {
    if (this.state !== 'writable') return;
    this.state = 'errored';
    this.error = err;
    for (const { d } of this.queue.splice(0)) d.reject(err);
    this.closing?.reject(err);
    const w = this.writer;
    if (!w) return;
    if (w.isReady) w.ready = deferred();
    w.isReady = false;
    w.ready.reject(err);
    w.closed.reject(err);
  }
  abort(reason) {
    if (this.state !== 'writable') return Promise.resolve();
    this.aborter.abort(reason);
    const { busy } = this;
    if (busy) this.queue.shift(); // what is being written tells its own end
    this.fail(reason);
    const end = () => lift(() => this.underlying.abort?.(reason)).then(() => undefined);
    return busy ? busy.then(end) : end();
  }
}

class WritableStreamDefaultController {
  #sink;
  constructor(key, sink) {
    if (key !== making) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    this.#sink = sink;
  }
  get signal() { return this.#sink.aborter.signal; }
  error(err = undefined) { this.#sink.fail(err); }
}

class WritableStreamDefaultWriter {
  #sink; #state;
  constructor(stream) {
    if (!isWritableStream(stream)) throw invalidArgType('stream', 'an instance of WritableStream', stream);
    const sink = inner(stream);
    if (sink.writer) throw invalidState('WritableStream is locked');
    this.#sink = sink;
    this.#state = sink.writer = { ready: deferred(), closed: deferred(), isReady: false };
    if (sink.state === 'errored') { this.#state.ready.reject(sink.error); this.#state.closed.reject(sink.error); } else {
      sink.signal();
      if (sink.state === 'closed') this.#state.closed.resolve();
    }
  }
  #with(f) { return this.#sink ? f(this.#sink) : Promise.reject(invalidState('Writer is not bound to a WritableStream')); }
  get closed() { return this.#state.closed.promise; }
  get ready() { return this.#state.ready.promise; }
  get desiredSize() {
    if (!this.#sink) throw invalidState('Writer is not bound to a WritableStream');
    return this.#sink.desired;
  }
  write(chunk = undefined) { return this.#with((s) => s.write(chunk)); }
  close() { return this.#with((s) => s.close()); }
  abort(reason = undefined) { return this.#with((s) => s.abort(reason)); }
  releaseLock() {
    if (!this.#sink) return;
    const err = invalidState('Writer has been released');
    const { ready, closed } = this.#state;
    this.#state.ready = deferred();
    this.#state.closed = deferred();
    for (const d of [ready, closed, this.#state.ready, this.#state.closed]) d.reject(err);
    this.#sink.writer = null;
    this.#sink = null;
  }
}

class WritableStream {
  #sink;
  constructor(underlying = {}, strategy = {}) {
    if (underlying?.type !== undefined) throw invalidArgValue('sink.type', underlying.type);
    this.#sink = new Sink(underlying ?? {}, strategyOf(strategy, 1));
    this.#sink.start();
  }
  static is = (v) => v !== null && typeof v === 'object' && #sink in v;
  static sink = (v) => v.#sink;
  get locked() { return this.#sink.writer !== null; }
  getWriter() { return new WritableStreamDefaultWriter(this); }
  abort(reason = undefined) { return this.locked ? Promise.reject(invalidState('WritableStream is locked')) : this.#sink.abort(reason); }
  close() { return this.locked ? Promise.reject(invalidState('WritableStream is locked')) : this.#sink.close(); }
}
const { is: isWritableStream, sink: inner } = WritableStream;
delete WritableStream.is;
delete WritableStream.sink;
Object.defineProperty(WritableStream.prototype, 'state', { get() { return inner(this).state; }, configurable: true });

class TransformStreamDefaultController {
  #readable; #fail;
  constructor(key, readable, fail) {
    if (key !== making) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    this.#readable = readable;
    this.#fail = fail;
  }
  get desiredSize() { return this.#readable.desiredSize; }
  enqueue(chunk = undefined) { this.#readable.enqueue(chunk); }
  error(err = undefined) { this.#fail(err); }
  terminate() { this.#readable.close(); this.#fail(invalidState('TransformStream terminated'), true); }
}

class TransformStream {
  #readable; #writable;
  constructor(transformer = {}, writableStrategy = {}, readableStrategy = {}) {
    let out, into, wanted = deferred();
    const fail = (err, closed) => { if (!closed) out.error(err); into.error(err); wanted.resolve(); };
    const started = deferred();
    this.#readable = new ReadableStream({
      start(c) { out = c; return started.promise; },
      pull() { wanted.resolve(); },
      cancel(reason) { into.error(reason); wanted.resolve(); },
    }, { highWaterMark: 0, ...readableStrategy });
    const controller = new TransformStreamDefaultController(making, out, fail);
    const attempt = async (f) => { try { await f(); } catch (err) { fail(err); throw err; } };
    this.#writable = new WritableStream({
      start(c) { into = c; return started.promise; },
      async write(chunk) {
        if (!(out.desiredSize > 0)) await wanted.promise;
        wanted = deferred();
        await attempt(() => transformer.transform ? transformer.transform(chunk, controller) : controller.enqueue(chunk));
      },
      async close() {
        await attempt(() => transformer.flush?.(controller));
        try { out.close(); } catch { /* it was closed by flush */ }
      },
      abort(reason) { out.error(reason); },
    }, writableStrategy);
    lift(() => transformer.start?.(controller)).then(started.resolve, (err) => { fail(err); started.reject(err); });
  }
  get readable() { return this.#readable; }
  get writable() { return this.#writable; }
}

class Strategy {
  #mark;
  constructor(init) {
    if (init?.highWaterMark === undefined) throw init ? missingArgs('options.highWaterMark') : invalidArgType('init', 'of type object', init);
    this.#mark = +init.highWaterMark;
  }
  get highWaterMark() { return this.#mark; }
}
const byteLength = (chunk) => chunk.byteLength, one = () => 1;
class ByteLengthQueuingStrategy extends Strategy { get size() { return byteLength; } }
class CountQueuingStrategy extends Strategy { get size() { return one; } }

// pipe is pipeTo.
async function pipe(source, destination, { preventClose, preventAbort, preventCancel, signal } = {}) {
  if (!isReadableStream(source) || !isWritableStream(destination)) throw invalidArgType('transform.writable', 'an instance of WritableStream', destination);
  const reader = source.getReader(), writer = destination.getWriter();
  const stop = deferred();
  const abort = () => stop.reject(signal.reason);
  if (signal?.aborted) abort(); else signal?.addEventListener('abort', abort, { once: true });
  let last;
  const release = () => { signal?.removeEventListener('abort', abort); reader.releaseLock(); writer.releaseLock(); };
  const gone = writer.closed.then(() => { throw invalidState('Destination WritableStream is closed'); });
  gone.catch(() => {});
  try {
    for (;;) {
      await Promise.race([writer.ready, stop.promise, gone]);
      const { value, done } = await Promise.race([reader.read().catch((err) => { throw { fromSource: true, err }; }), stop.promise, gone]);
      if (done) break;
      last = writer.write(value);
      last.catch(() => {});
    }
    await last;
    if (!preventClose) await writer.close();
  } catch (why) {
    const ofSource = why?.fromSource === true, err = ofSource ? why.err : why, stopped = signal?.aborted && err === signal.reason;
    const endings = [];
    if ((ofSource || stopped) && !preventAbort) endings.push(writer.abort(err));
    if (!ofSource && !preventCancel) endings.push(reader.cancel(err));
    await Promise.all(endings.map((p) => p.catch(() => {})));
    throw err;
  } finally {
    release();
  }
}

shows(WritableStream, ['locked', 'state']);
shows(TransformStream, ['readable', 'writable']);
for (const C of [WritableStream, WritableStreamDefaultWriter, WritableStreamDefaultController, TransformStream, TransformStreamDefaultController, ByteLengthQueuingStrategy, CountQueuingStrategy]) Object.defineProperty(C.prototype, Symbol.toStringTag, { value: C.name, configurable: true });
module.exports = {
  WritableStream, WritableStreamDefaultWriter, WritableStreamDefaultController, TransformStream, TransformStreamDefaultController, ByteLengthQueuingStrategy, CountQueuingStrategy, isWritableStream, pipe,
};
