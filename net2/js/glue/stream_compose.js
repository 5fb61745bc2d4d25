'use strict';
// compose and Duplex.from: one Duplex of several streams, functions or iterables.
const errors = require('errors');
const { AbortError } = errors;
const { Duplex, Readable, PassThrough } = require('stream_classes');
const { finished, run } = require('stream_flow');
const { destroyer, isReadable, isWritable } = require('stream_extras');
const isStream = (s) => typeof s?.on === 'function' && (typeof s.pipe === 'function' || typeof s.write === 'function');

function compose(...streams) {
  if (streams.length === 0) throw errors.missingArgs('streams');
  if (streams.length === 1) return duplexFrom(streams[0]);
  const given = [...streams];
  if (typeof streams[0] === 'function') streams[0] = duplexFrom(streams[0]);
  if (typeof streams.at(-1) === 'function') streams[streams.length - 1] = duplexFrom(streams.at(-1));
  streams.forEach((s, i) => {
    if (!isStream(s)) return;
    if (i < streams.length - 1 && !isReadable(s)) throw errors.invalidArgValue(`streams[${i}]`, given[i], 'must be readable');
    if (i > 0 && !isWritable(s)) throw errors.invalidArgValue(`streams[${i}]`, given[i], 'must be writable');
  });
  const head = streams[0];
  const tail = run(streams, (err) => { done(err); });
  const writable = !!isWritable(head), readable = !!isReadable(tail);
  return join(head, tail, writable, readable, (f) => { done = f; });
  function done() {}
}

// join makes a Duplex that writes to head and reads from tail.
function join(head, tail, writable, readable, onDone) {
  let onDrain = null, onFinish = null, onRead = null, onClose = null;
  const d = new Duplex({
    writableObjectMode: !!head?.writableObjectMode, readableObjectMode: !!tail?.readableObjectMode, readable, writable,
  });
  onDone((err) => {
    const cb = onClose;
    onClose = null;
    if (cb) cb(err); else if (err) d.destroy(err); else if (!readable && !writable) d.destroy();
  });
  if (writable) {
    d._write = (chunk, encoding, cb) => { if (head.write(chunk, encoding)) cb(); else onDrain = cb; };
    d._final = (cb) => { head.end(); onFinish = cb; };
    head.on('drain', () => { const cb = onDrain; onDrain = null; cb?.(); });
    finished(tail ?? head, { readable: false }, () => {});
    tail.on('finish', () => { const cb = onFinish; onFinish = null; cb?.(); });
  }
  if (readable) {
    tail.on('readable', () => { const f = onRead; onRead = null; f?.(); });
    tail.on('end', () => d.push(null));
    d._read = () => {
      for (;;) {
        const chunk = tail.read();
        if (chunk === null) { onRead = d._read; return; }
        if (!d.push(chunk)) return;
      }
    };
  }
  d._destroy = (err, cb) => {
    if (!err && onClose !== null) err = new AbortError();
    onRead = onDrain = onFinish = null;
    if (tail.destroyed) cb(err);
    else { onClose = cb; destroyer(tail, err); }
  };
  return d;
}

function duplexFrom(body, name = 'body') {
  if (body instanceof Duplex) return body;
  if (isStream(body)) {
    const r = isReadable(body), w = isWritable(body);
    return pair(r ? body : undefined, w ? body : undefined);
  }
  if (isReadableStream(body)) return pair(require('web_adapters').readableFromWeb(body), undefined);
  if (isWritableStream(body)) return pair(undefined, require('web_adapters').writableFromWeb(body));
  if (typeof body === 'function') return fromFunction(body);
  if (body && typeof body === 'object' && !body[Symbol.asyncIterator] && !body[Symbol.iterator] && (body.readable || body.writable) && typeof body.then !== 'function') {
    const r = body.readable ? (isStream(body.readable) ? body.readable : duplexFrom(body.readable)) : undefined;
    const w = body.writable ? (isStream(body.writable) ? body.writable : duplexFrom(body.writable)) : undefined;
    return pair(r, w);
  }
  if (typeof body?.arrayBuffer === 'function' && body instanceof Blob) return duplexFrom(body.arrayBuffer());
  if (typeof body?.then === 'function') return fromPromise(body);
  if (body?.[Symbol.asyncIterator] || body?.[Symbol.iterator] || typeof body === 'string') {
    const r = Readable.from(body, typeof body === 'string' ? { objectMode: true } : undefined);
    return pair(r, undefined);
  }
  throw errors.invalidArgType(name, 'an instance of Blob, ReadableStream, WritableStream, Stream, Iterable, AsyncIterable or Function or an object with { readable, writable } or Promise', body);
}
// What was never loaded, nobody has made an instance of.
const isReadableStream = (v) => typeof v?.getReader === 'function' && require('web_readable').isReadableStream(v);
const isWritableStream = (v) => typeof v?.getWriter === 'function' && require('web_writable').isWritableStream(v);

function fromPromise(promise) {
  const d = new Duplex({ objectMode: true, writable: false, read() {} });
  promise.then((v) => { if (v != null) d.push(v); d.push(null); }, (err) => destroyer(d, err));
  return d;
}

// fromFunction runs an async generator, or a consumer, over what is written.
function fromFunction(f) {
  const input = new PassThrough({ objectMode: true });
  const controller = new AbortController();
  const out = f(input[Symbol.asyncIterator](), { signal: controller.signal });
  if (out && (out[Symbol.asyncIterator] || out[Symbol.iterator])) return pair(Readable.from(out, { objectMode: true }), input);
  if (typeof out?.then === 'function') {
    const d = pair(undefined, input);
    const p = out.then((v) => { if (v != null) throw errors.coded(TypeError, 'ERR_INVALID_RETURN_VALUE', 'Expected nully to be returned from the "body" function'); });
    p.catch((err) => destroyer(d, err));
    d._final = (cb) => { input.end(); p.then(() => process.nextTick(cb, null), (err) => process.nextTick(cb, err)); };
    return d;
  }
  throw errors.coded(TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected Iterable, AsyncIterable or AsyncFunction to be returned from the "body" function but got ${out === undefined ? 'undefined' : typeof out}.`);
}

// pair makes a Duplex of a readable and a writable.
function pair(r, w) {
  let onDrain = null, onFinish = null, onRead = null, onClose = null;
  let readable = !!r && !!isReadable(r), writable = !!w && !!isWritable(w);
  const d = new Duplex({ readableObjectMode: !!r?.readableObjectMode, writableObjectMode: !!w?.writableObjectMode, readable, writable });
  const over = (err) => {
    const cb = onClose;
    onClose = null;
    if (cb) cb(err); else if (err) d.destroy(err);
  };
  if (writable) {
    finished(w, { readable: false }, (err) => {
      writable = false;
      if (err) destroyer(r, err);
      over(err);
    });
    d._write = (chunk, encoding, cb) => { if (w.write(chunk, encoding)) cb(); else onDrain = cb; };
    d._final = (cb) => { w.end(); onFinish = cb; };
    w.on('drain', () => { const cb = onDrain; onDrain = null; cb?.(); });
    w.on('finish', () => { const cb = onFinish; onFinish = null; cb?.(); });
  }
  if (readable) {
    finished(r, { writable: false }, (err) => {
      readable = false;
      if (err) destroyer(w, err);
      over(err);
    });
    r.on('readable', () => { const f = onRead; onRead = null; f?.(); });
    r.on('end', () => d.push(null));
    d._read = () => {
      for (;;) {
        const chunk = r.read();
        if (chunk === null) { onRead = d._read; return; }
        if (!d.push(chunk)) return;
      }
    };
  }
  d._destroy = (err, cb) => {
    if (!err && onClose !== null) err = new AbortError();
    onRead = onDrain = onFinish = null;
    if (!readable && !writable) return cb(err);
    onClose = cb;
    destroyer(w, err);
    destroyer(r, err);
  };
  return d;
}

module.exports = { compose, duplexFrom };
