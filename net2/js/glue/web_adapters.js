'use strict';
// Between Node's streams and those of the web: toWeb and fromWeb.
const errors = require('errors');
const { AbortError, checkObject, checkBoolean, coded, invalidArgType, invalidArgValue } = errors;
const { Readable, Writable, Duplex } = require('stream_classes');
const { destroy, isDestroyed, isReadable, isWritable } = require('stream_extras');
const { ReadableStream, deferred, isReadableStream } = require('web_readable');
const { WritableStream, ByteLengthQueuingStrategy, CountQueuingStrategy, isWritableStream } = require('web_writable');
const { finished } = require('stream_flow');

const premature = () => coded(Error, 'ERR_STREAM_PREMATURE_CLOSE', 'Premature close');
const asAbort = (err) => err?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? new AbortError(undefined, { cause: err }) : err;
// settle calls a stream's callback from a promise: what it throws destroys the stream.
const settle = (promise, stream, cb) => {
  const done = (err) => { try { cb(err); } catch (thrown) { process.nextTick(() => destroy(stream, thrown)); } };
  promise.then(() => done(), (err) => done(err));
};

function readableToWeb(stream, options = {}) {
  if (typeof stream?._readableState !== 'object') throw invalidArgType('streamReadable', 'an instance of Readable', stream);
  if (isDestroyed(stream) || !isReadable(stream)) {
    const closed = new ReadableStream();
    closed.cancel();
    return closed;
  }
  const { readableObjectMode: objects, readableHighWaterMark: highWaterMark } = stream;
  const strategy = options?.strategy || new (objects ? CountQueuingStrategy : ByteLengthQueuingStrategy)({ highWaterMark });
  let controller, cancelled = false;
  stream.pause();
  const cleanup = finished(stream, (err) => {
    cleanup();
    stream.on('error', () => {});
    err = asAbort(err);
    if (err) controller.error(err); else if (!cancelled) controller.close();
  });
  stream.on('data', (chunk) => {
    controller.enqueue(Buffer.isBuffer(chunk) && !objects ? new Uint8Array(chunk) : chunk);
    if (controller.desiredSize <= 0) stream.pause();
  });
  return new ReadableStream({
    start(c) { controller = c; },
    pull() { stream.resume(); },
    cancel(reason) { cancelled = true; destroy(stream, reason); },
  }, strategy);
}

function readableFromWeb(web, options = {}) {
  if (!isReadableStream(web)) throw invalidArgType('readableStream', 'an instance of ReadableStream', web);
  checkObject('options', options);
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  if (encoding !== undefined && !Buffer.isEncoding(encoding)) throw invalidArgValue(encoding, 'options.encoding');
  checkBoolean('options.objectMode', objectMode);
  const reader = web.getReader();
  let closed = false;
  const stream = new Readable({
    objectMode, highWaterMark, encoding, signal,
    read() {
      reader.read().then(({ value, done }) => { stream.push(done ? null : value); }, (err) => destroy(stream, err));
    },
    destroy(err, cb) {
      const done = () => { try { cb(err); } catch (thrown) { process.nextTick(() => { throw thrown; }); } };
      if (closed) done(); else reader.cancel(err).then(done, done);
    },
  });
  reader.closed.then(() => { closed = true; }, (err) => { closed = true; destroy(stream, err); });
  return stream;
}

function writableToWeb(stream) {
  if (typeof stream?.write !== 'function' || typeof stream?.on !== 'function') throw invalidArgType('streamWritable', 'an instance of Writable', stream);
  if (isDestroyed(stream) || !isWritable(stream)) {
    const closed = new WritableStream();
    closed.close();
    return closed;
  }
  const { writableHighWaterMark: highWaterMark } = stream;
  let controller, room, closing;
  const cleanup = finished(stream, (err) => {
    cleanup();
    stream.on('error', () => {});
    err = asAbort(err);
    if (err != null) {
      room?.reject(err);
      closing?.reject(err);
      controller.error(err);
    } else if (closing) closing.resolve();
    else controller.error(new AbortError());
    closing = undefined;
  });
  stream.on('drain', () => room?.resolve());
  return new WritableStream({
    start(c) { controller = c; },
    write(chunk) {
      if (!stream.writableNeedDrain && stream.write(chunk)) return;
      room = deferred();
      return room.promise.finally(() => { room = undefined; });
    },
    abort(reason) { destroy(stream, reason); },
    close() {
      if (closing || stream.writableEnded) return;
      closing = deferred();
      const { promise } = closing;
      stream.end();
      return promise;
    },
  }, stream.writableObjectMode ? new CountQueuingStrategy({ highWaterMark }) : { highWaterMark });
}

function writableFromWeb(web, options = {}) {
  if (!isWritableStream(web)) throw invalidArgType('writableStream', 'an instance of WritableStream', web);
  checkObject('options', options);
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  checkBoolean('options.objectMode', objectMode);
  checkBoolean('options.decodeStrings', decodeStrings);
  const writer = web.getWriter();
  let closed = false;
  const stream = new Writable({
    highWaterMark, objectMode, decodeStrings, signal,
    write(chunk, encoding, cb) { settle(writer.ready.then(() => writer.write(chunk)), stream, cb); },
    writev(chunks, cb) { settle(writer.ready.then(() => Promise.all(chunks.map((c) => writer.write(c.chunk)))), stream, cb); },
    final(cb) { if (!closed) settle(writer.close(), stream, cb); },
    destroy(err, cb) {
      const done = () => { try { cb(err); } catch (thrown) { process.nextTick(() => { throw thrown; }); } };
      if (closed) done(); else (err != null ? writer.abort(err) : writer.close()).then(done, done);
    },
  });
  writer.closed.then(() => { closed = true; if (!stream.writableEnded) destroy(stream, premature()); }, (err) => { closed = true; destroy(stream, err); });
  return stream;
}

function duplexToWeb(duplex) {
  if (typeof duplex?._writableState !== 'object' || typeof duplex?._readableState !== 'object') throw invalidArgType('duplex', 'an instance of Duplex', duplex);
  const gone = (C) => { const s = new C(); if (C === ReadableStream) s.cancel(); else s.close(); return s; };
  if (isDestroyed(duplex)) return { writable: gone(WritableStream), readable: gone(ReadableStream) };
  return {
    writable: isWritable(duplex) ? writableToWeb(duplex) : gone(WritableStream),
    readable: isReadable(duplex) ? readableToWeb(duplex) : gone(ReadableStream),
  };
}

function duplexFromWeb(webPair = {}, options = {}) {
  checkObject('pair', webPair);
  const { readable, writable } = webPair;
  if (!isReadableStream(readable)) throw invalidArgType('pair.readable', 'an instance of ReadableStream', readable);
  if (!isWritableStream(writable)) throw invalidArgType('pair.writable', 'an instance of WritableStream', writable);
  checkObject('options', options);
  const { allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true, highWaterMark, signal } = options;
  checkBoolean('options.objectMode', objectMode);
  if (encoding !== undefined && !Buffer.isEncoding(encoding)) throw invalidArgValue('options.encoding', encoding);
  const reader = readable.getReader(), writer = writable.getWriter();
  let read = false, written = false;
  const stream = new Duplex({
    allowHalfOpen, highWaterMark, objectMode, encoding, decodeStrings, signal,
    read() { reader.read().then(({ value, done }) => { stream.push(done ? null : value); }, (err) => destroy(stream, err)); },
    write(chunk, enc, cb) { settle(writer.ready.then(() => writer.write(chunk)), stream, cb); },
    writev(chunks, cb) { settle(writer.ready.then(() => Promise.all(chunks.map((c) => writer.write(c.chunk)))), stream, cb); },
    final(cb) { if (written) cb(); else settle(writer.close(), stream, cb); },
    destroy(err, cb) {
      const done = () => { try { cb(err); } catch (thrown) { process.nextTick(() => { throw thrown; }); } };
      Promise.all([written ? undefined : writer.abort(err), read ? undefined : reader.cancel(err)]).then(done, done);
    },
  });
  writer.closed.then(() => { written = true; if (!stream.writableEnded) destroy(stream, premature()); }, (err) => { written = read = true; destroy(stream, err); });
  reader.closed.then(() => { read = true; }, (err) => { written = read = true; destroy(stream, err); });
  return stream;
}

module.exports = { readableToWeb, readableFromWeb, writableToWeb, writableFromWeb, duplexToWeb, duplexFromWeb };
