'use strict';
// Async iteration of streams, and streams made of iterators.
const errors = require('errors');
const { asyncIteratorPrototype } = require('iterators');

// serial makes an async iterator whose steps wait for each other, as an async generator's do.
function serial(step, close) {
  let tail = Promise.resolve(), state = 'new';
  const queue = (f) => {
    const p = tail.then(f, f);
    tail = p.then(() => undefined, () => undefined);
    return p;
  };
  const finish = (err) => { state = 'done'; return close(err); };
  return {
    __proto__: asyncIteratorPrototype,
    next: () => queue(async () => {
      if (state === 'done') return { value: undefined, done: true };
      state = 'running';
      let r;
      try { r = await step(); } catch (err) { finish(err); throw err; }
      if (r.done) finish();
      return r;
    }),
    return: (value) => queue(() => {
      if (state === 'running') finish();
      state = 'done';
      return { value, done: true };
    }),
    throw: (err) => queue(() => {
      if (state === 'running') finish(err);
      state = 'done';
      throw err;
    }),
  };
}

function iterate(stream, options) {
  let begun = false, error, wake = null, cleanup;
  const onReadable = () => { const f = wake; wake = null; f?.(); };
  const begin = () => {
    begun = true;
    stream.on('readable', onReadable);
    cleanup = require('stream_flow').finished(stream, { writable: false }, (err) => {
      error = err ? aggregate(error, err) : null;
      onReadable();
    });
  };
  return Object.assign(serial(async () => {
    if (!begun) begin();
    for (;;) {
      const chunk = stream.destroyed ? null : stream.read();
      if (chunk !== null) return { value: chunk, done: false };
      if (error) throw error;
      if (error === null) return { value: undefined, done: true };
      await new Promise((resolve) => { wake = resolve; });
    }
  }, (err) => {
    if (err && !error) error = aggregate(error, err);
    if ((error || options?.destroyOnReturn !== false) && (error === undefined || stream._readableState?.autoDestroy !== false)) {
      require('stream_extras').destroyer(stream, null);
    } else {
      stream.removeListener('readable', onReadable);
      cleanup?.();
    }
  }), { stream });
}
const aggregate = (a, b) => b ?? a;

function from(Readable, iterable, options) {
  if (typeof iterable === 'string' || iterable instanceof Uint8Array) {
    return new Readable({ objectMode: true, ...options, read() { this.push(iterable); this.push(null); } });
  }
  let iterator, isAsync;
  if (iterable?.[Symbol.asyncIterator]) { isAsync = true; iterator = iterable[Symbol.asyncIterator](); }
  else if (iterable?.[Symbol.iterator]) { isAsync = false; iterator = iterable[Symbol.iterator](); }
  else throw errors.invalidArgType('iterable', 'an instance of Iterable', iterable);
  const readable = new Readable({ objectMode: true, highWaterMark: 1, ...options });
  let reading = false;
  readable._read = function() {
    if (reading) return;
    reading = true;
    if (isAsync) nextAsync(); else nextSync();
  };
  readable._destroy = function(err, cb) {
    close(err).then(() => process.nextTick(cb, err), (e) => process.nextTick(cb, e ?? err));
  };
  async function close(err) {
    const failed = err != null;
    if (failed && typeof iterator.throw === 'function') {
      const { value, done } = await iterator.throw(err);
      await value;
      if (done) return;
    }
    if (typeof iterator.return === 'function') {
      const { value } = await iterator.return();
      await value;
    }
  }
  // take pushes one value, and says whether to go on.
  function take(value) {
    if (value === null) {
      reading = false;
      throw errors.coded(TypeError, 'ERR_STREAM_NULL_VALUES', 'May not write null values to stream');
    }
    if (readable.push(value)) return true;
    reading = false;
    return false;
  }
  function nextSync() {
    for (;;) {
      try {
        const { value, done } = iterator.next();
        if (done) { readable.push(null); return; }
        if (typeof value?.then === 'function') { later(value); return; }
        if (!take(value)) return;
      } catch (err) { readable.destroy(err); return; }
    }
  }
  async function later(value) {
    try { if (take(await value)) nextSync(); } catch (err) { readable.destroy(err); }
  }
  async function nextAsync() {
    for (;;) {
      try {
        const { value, done } = await iterator.next();
        if (done) { readable.push(null); return; }
        if (!take(typeof value?.then === 'function' ? await value : value)) return;
      } catch (err) { readable.destroy(err); return; }
    }
  }
  return readable;
}

function install(Readable, Writable) {
  Readable.prototype[Symbol.asyncIterator] = function() { return iterate(this); };
  Readable.prototype.iterator = function(options) {
    if (options !== undefined) errors.checkObject('options', options);
    return iterate(this, options);
  };
  Readable.prototype[Symbol.asyncDispose] = function() {
    let error;
    if (!this.destroyed) {
      error = this.readableEnded ? null : new errors.AbortError();
      this.destroy(error);
    }
    return new Promise((resolve, reject) => {
      require('stream_flow').finished(this, (err) => err && err !== error ? reject(err) : resolve(null));
    });
  };
  Writable.prototype[Symbol.asyncDispose] = function() {
    let error;
    if (!this.destroyed) this.destroy(error = this.writableFinished ? null : new errors.AbortError());
    return new Promise((resolve, reject) => {
      require('stream_flow').finished(this, (err) => err && err.name !== 'AbortError' ? reject(err) : resolve(null));
    });
  };
  Readable.from = (iterable, options) => from(Readable, iterable, options);
  Readable.wrap = (src, options) => new Readable({
    objectMode: src.readableObjectMode ?? src.objectMode ?? true, ...options,
    destroy(err, cb) { require('stream_extras').destroyer(src, err); cb(err); },
  }).wrap(src);
  Readable.prototype.wrap = function(src) { return wrap(this, src); };
}

// wrap makes an old stream the source of a new one.
function wrap(readable, src) {
  let paused = false;
  src.on('data', (chunk) => {
    if (!readable.push(chunk) && src.pause) {
      paused = true;
      src.pause();
    }
  });
  src.on('end', () => readable.push(null));
  src.on('error', (err) => native.errorOrDestroy(readable, err));
  src.on('close', () => require('stream_extras').destroyer(readable, null));
  src.on('destroy', () => require('stream_extras').destroyer(readable, null));
  readable._read = () => {
    if (paused && src.resume) {
      paused = false;
      src.resume();
    }
  };
  for (const name of Object.keys(src)) {
    if (readable[name] === undefined && typeof src[name] === 'function') readable[name] = src[name].bind(src);
  }
  return readable;
}

module.exports = { install, iterate, serial };
