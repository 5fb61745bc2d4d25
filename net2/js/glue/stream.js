'use strict';
// The module stream: the classes, and the functions on them.
const { Stream, Readable, Writable, Duplex, Transform, PassThrough } = require('stream_classes');
const { finished, pipeline, promises } = require('stream_flow');
const { hidden, checkNumber, checkInteger } = require('errors');
const extras = require('stream_extras');

module.exports = Stream;
Object.assign(Stream, {
  Stream, Readable, Writable, Duplex, Transform, PassThrough, finished, pipeline,
  addAbortSignal: extras.addAbortSignal, compose: extras.compose, destroy: extras.destroy, duplexPair: extras.duplexPair,
  isDestroyed: extras.isDestroyed, isDisturbed: extras.isDisturbed, isErrored: extras.isErrored, isReadable: extras.isReadable, isWritable: extras.isWritable,
  getDefaultHighWaterMark: (objectMode) => native.highWaterMark(!!objectMode),
  setDefaultHighWaterMark(objectMode, v) { checkInteger('value', v, 0); native.highWaterMark(!!objectMode, v); },
  _uint8ArrayToBuffer: (b) => Buffer.from(b.buffer, b.byteOffset, b.byteLength), _isUint8Array: (b) => b instanceof Uint8Array,
  _isArrayBufferView: (b) => ArrayBuffer.isView(b),
});
void checkNumber;
Object.defineProperty(Stream, 'promises', { configurable: true, enumerable: true, get: () => promises });
const custom = Symbol.for('nodejs.util.promisify.custom');
Object.defineProperty(pipeline, custom, { enumerable: true, get: () => promises.pipeline });
Object.defineProperty(finished, custom, { enumerable: true, get: () => promises.finished });
hidden(Readable, 'Stream', Stream);
