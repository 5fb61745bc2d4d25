'use strict';
// Blob: bytes that do not change.
const { checkObject, coded, invalidArgType } = require('errors');

class Blob {
  #bytes; #type;
  constructor(sources = [], options = {}) {
    if (sources === null || typeof sources[Symbol.iterator] !== 'function' || typeof sources === 'string') throw invalidArgType('sources', 'a sequence', sources);
    checkObject('options', options);
    const { type = '', endings = 'transparent' } = options;
    if (endings !== 'transparent' && endings !== 'native') throw coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The property 'options.endings' is invalid. Received '${endings}'`);
    this.#bytes = Buffer.concat(Array.from(sources, (s) => {
      if (s !== null && typeof s === 'object' && #bytes in s) return s.#bytes;
      if (ArrayBuffer.isView(s)) return Buffer.from(Buffer.from(s.buffer, s.byteOffset, s.byteLength));
      if (s instanceof ArrayBuffer) return Buffer.from(Buffer.from(s));
      const text = `${s}`;
      return Buffer.from(endings === 'native' ? text.replace(/\r\n|\r|\n/g, require('os').EOL) : text);
    }));
    this.#type = /[^\u0020-\u007e]/.test(`${type}`) ? '' : `${type}`.toLowerCase();
  }
  get size() { return this.#bytes.length; }
  get type() { return this.#type; }
  slice(start = 0, end = this.size, type = '') { return new Blob([this.#bytes.subarray(start, end)], { type }); }
  async arrayBuffer() { return new Uint8Array(this.#bytes).buffer; }
  async text() { return this.#bytes.toString(); }
  stream() {
    const bytes = this.#bytes;
    let at = 0;
    const { ReadableStream } = require('web_readable');
    return new ReadableStream({ pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at += 65536)));
    } }, { highWaterMark: 0 });
  }
  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return depth < 0 ? this : `Blob ${require('util').inspect({ size: this.size, type: this.type }, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }
}
Object.defineProperty(Blob.prototype, Symbol.toStringTag, { value: 'Blob', configurable: true });
module.exports = { Blob };
