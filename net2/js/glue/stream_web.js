'use strict';
// The module stream/web.
const r = require('web_readable'), w = require('web_writable');
module.exports = {
  ReadableStream: r.ReadableStream, ReadableStreamDefaultReader: r.ReadableStreamDefaultReader, ReadableStreamDefaultController: r.ReadableStreamDefaultController,
  WritableStream: w.WritableStream, WritableStreamDefaultWriter: w.WritableStreamDefaultWriter, WritableStreamDefaultController: w.WritableStreamDefaultController,
  TransformStream: w.TransformStream, TransformStreamDefaultController: w.TransformStreamDefaultController,
  ByteLengthQueuingStrategy: w.ByteLengthQueuingStrategy, CountQueuingStrategy: w.CountQueuingStrategy,
};
