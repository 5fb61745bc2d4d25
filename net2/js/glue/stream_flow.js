'use strict';
// finished and pipeline: Go's where all streams are ours, and these for everything else that Node takes.
const errors = require('errors');
const { AbortError, checkFunction, checkObject, checkSignal, checkBoolean, invalidArgType } = errors;
const { each } = require('iterators');
const extras = () => require('stream_extras');
const isOurs = (s) => native.hasSide(s, true) === true || native.hasSide(s, false) === true;
const premature = () => errors.coded(Error, 'ERR_STREAM_PREMATURE_CLOSE', 'Premature close');
const once = (f) => { let done = false; return function(...a) { if (!done) { done = true; return f.apply(this, a); } }; };

function finished(stream, options, callback) {
  if (arguments.length === 2) [callback, options] = [options, {}];
  else if (options == null) options = {};
  else checkObject('options', options);
  checkFunction('callback', callback);
  if (options.signal !== undefined) checkSignal('options.signal', options.signal);
  callback = once(callback);
  if (!isOurs(stream) && typeof stream?.on !== 'function') throw invalidArgType('stream', 'an instance of ReadableStream, WritableStream, or Stream', stream);
  const start = () => isOurs(stream) ? native.finished(stream, options, callback) : watch(stream, options, callback);
  const { signal } = options;
  if (!signal) return start();
  let cleanup;
  const abort = () => {
    const f = callback;
    cleanup();
    f.call(stream, new AbortError(undefined, { cause: signal.reason }));
  };
  const original = callback;
  callback = once((...args) => {
    signal.removeEventListener('abort', abort);
    original.apply(stream, args);
  });
  cleanup = start();
  if (signal.aborted) process.nextTick(abort); else signal.addEventListener('abort', abort, { once: true });
  return cleanup;
}

// watch is finished for objects that only look like streams.
function watch(stream, options, callback) {
  const readable = options.readable ?? (stream.readable !== undefined || typeof stream.read === 'function');
  const writable = options.writable ?? (stream.writable !== undefined || typeof stream.write === 'function');
  let readDone = false, writeDone = false;
  const check = () => { if ((!readable || readDone) && (!writable || writeDone)) callback.call(stream); };
  const list = [
    ['end', () => { readDone = true; check(); }], ['finish', () => { writeDone = true; check(); }],
    ['complete', () => { writeDone = true; check(); }],
    ['close', () => { if ((readable && !readDone) || (writable && !writeDone)) callback.call(stream, premature()); else callback.call(stream); }],
    ['abort', () => callback.call(stream, premature())],
  ];
  if (options.error !== false) list.push(['error', (err) => callback.call(stream, err)]);
  for (const [event, f] of list) stream.on(event, f);
  if (stream.closed || stream.destroyed && stream._closed) process.nextTick(list[3][1]);
  return () => { callback = () => {}; for (const [event, f] of list) stream.removeListener(event, f); };
}

function pipeline(...streams) {
  const callback = streams.at(-1);
  if (typeof callback !== 'function' || streams.length < 2 && !Array.isArray(streams[0])) checkFunction('streams[stream.length - 1]', typeof callback === 'function' && streams.length > 1 ? callback : undefined);
  streams.pop();
  return run(streams, once(callback));
}

function run(streams, callback, options) {
  if (streams.length === 1 && Array.isArray(streams[0])) streams = streams[0];
  if (streams.length < 2) throw errors.missingArgs('streams');
  if (options?.signal !== undefined) checkSignal('options.signal', options.signal);
  if (streams.every((s, i) => isOurs(s) && !Object.hasOwn(s, 'write') && !Object.hasOwn(s, 'end') && (i === 0 || !streams[i - 1].readableObjectMode || s.writableObjectMode))) {
    const abort = onAbort(options?.signal, (err) => { for (const s of streams) extras().destroyer(s, err); });
    if (abort.now) { process.nextTick(callback, abort.now); return streams.at(-1); }
    native.pipeline(streams, options?.end === false, (err) => { abort.off(); callback(err); });
    return streams.at(-1);
  }
  return chain(streams, callback, options);
}

function onAbort(signal, f) {
  if (!signal) return { off() {} };
  const error = () => new AbortError(undefined, { cause: signal.reason });
  const listener = () => f(error());
  if (signal.aborted) return { now: (listener(), error()), off() {} };
  signal.addEventListener('abort', listener, { once: true });
  return { off: () => signal.removeEventListener('abort', listener) };
}

// chain is a pipeline with iterables, functions, or streams that are not ours in it.
function chain(streams, callback, options) {
  const { Duplex, PassThrough } = require('stream_classes');
  void Duplex;
  const controller = new AbortController(), { signal } = controller;
  const destroys = [], lastCleanups = [];
  let error, value, count = 0, ended = false;
  const outer = onAbort(options?.signal, (err) => finish(err, true));
  const finish = (err, final) => {
    if (err && (!error || error.code === 'ERR_STREAM_PREMATURE_CLOSE')) error = err;
    if (!error && !final) return;
    while (destroys.length) destroys.shift()(error);
    controller.abort();
    outer.off();
    if (!error) for (const f of lastCleanups) f();
    if (final && !ended) { ended = true; process.nextTick(callback, error, value); }
  };
  const done = (err) => finish(err, --count === 0);
  const begin = () => { count++; };
  const pump = async (source, stream, end) => {
    let fail, wake = null;
    const resume = (err) => { if (err) fail = err; const f = wake; wake = null; f?.(); };
    const wait = () => new Promise((resolve, reject) => {
      if (fail) reject(fail); else wake = () => fail ? reject(fail) : resolve();
    });
    stream.on('drain', resume);
    const cleanup = finished(stream, { readable: false }, resume);
    try {
      if (stream.writableNeedDrain) await wait();
      await each(source, async (chunk) => { if (!stream.write(chunk)) await wait(); });
      if (end) { stream.end(); await wait(); }
      done();
    } catch (err) {
      done(err);
    } finally {
      cleanup();
      stream.off('drain', resume);
    }
  };
  const guard = (stream, reading, writing, isLast) => {
    let over = false;
    stream.once('close', () => { over = true; });
    destroys.push((err) => { if (!over) extras().destroyer(stream, err || premature()); });
    begin();
    const cleanup = finished(stream, { readable: reading, writable: writing }, (err) => { over = !err; done(err); });
    if (isLast && stream.readable) lastCleanups.push(cleanup);
  };
  let ret;
  for (let i = 0; i < streams.length; i++) {
    const s = streams[i], last = i === streams.length - 1;
    const end = !last || options?.end !== false;
    const isStream = typeof s !== 'function' && typeof s?.on === 'function' && (typeof s.pipe === 'function' || typeof s.write === 'function');
    if (isStream && end) guard(s, i < streams.length - 1, i > 0, last);
    if (i === 0) {
      if (typeof s === 'function') {
        ret = s({ signal });
        if (!iterable(ret)) throw errors.coded(TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected Iterable, AsyncIterable or Stream to be returned from the "source" function but got ${kind(ret)}.`);
      } else if (iterable(s) || isStream) ret = s;
      else throw invalidArgType('source', 'an instance of Stream, Iterable, or AsyncIterable', s);
    } else if (typeof s === 'function') {
      ret = s(typeof ret?.[Symbol.asyncIterator] === 'function' ? ret : from(ret), { signal });
      if (!last) {
        if (!iterable(ret, true)) throw errors.coded(TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected AsyncIterable to be returned from the "transform[${i - 1}]" function but got ${kind(ret)}.`);
      } else {
        const pt = new PassThrough({ objectMode: true });
        if (typeof ret?.then === 'function') {
          begin();
          ret.then((v) => { value = v; if (v != null) pt.write(v); if (end) pt.end(); process.nextTick(done); }, (err) => { pt.destroy(err); process.nextTick(done, err); });
        } else if (iterable(ret, true)) {
          begin();
          pump(ret, pt, end);
        } else throw errors.coded(TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected AsyncIterable or Promise to be returned from the "destination" function but got ${kind(ret)}.`);
        ret = pt;
        guard(pt, false, true, true);
      }
    } else if (isStream) {
      if (isOurs(ret) && native.hasSide(ret, true) || typeof ret?.pipe === 'function' && !iterable(ret)) {
        begin();
        ret.pipe(s, { end });
        finished(s, { readable: false, writable: true }, done);
        if (!native.hasSide(ret, true)) { begin(); finished(ret, { readable: true, writable: false }, done); }
      } else if (iterable(ret)) {
        begin();
        pump(ret, s, end);
      } else throw invalidArgType('val', 'an instance of Readable, Iterable, AsyncIterable, ReadableStream or TransformStream', ret);
      ret = s;
    } else throw invalidArgType(`streams[${i}]`, 'an instance of Stream or Function', s);
  }
  if (signal.aborted || options?.signal?.aborted) process.nextTick(finish, new AbortError(), true);
  return ret;
}

const iterable = (v, isAsync) => v != null && (typeof v[Symbol.asyncIterator] === 'function' || !isAsync && typeof v[Symbol.iterator] === 'function' || isAsync && typeof v[Symbol.iterator] === 'function' && typeof v !== 'string');
const from = (v) => require('stream_classes').Readable.from(v);
const kind = (v) => v === null || v === undefined ? `${v}` : v.constructor?.name ? `an instance of ${v.constructor.name}` : `type ${typeof v}`;

const promises = {
  pipeline(...streams) {
    return new Promise((resolve, reject) => {
      let options;
      const last = streams.at(-1);
      if (last && typeof last === 'object' && typeof last.on !== 'function' && !iterable(last)) options = streams.pop();
      run(streams, (err, v) => { if (err) reject(err); else resolve(v); }, options);
    });
  },
  finished(stream, options) {
    const auto = options?.cleanup;
    if (auto !== undefined) checkBoolean('cleanup', auto);
    return new Promise((resolve, reject) => {
      const cleanup = finished(stream, options ?? {}, (err) => {
        if (auto) cleanup();
        if (err) reject(err); else resolve();
      });
    });
  },
};

module.exports = { finished, pipeline, promises, run };
