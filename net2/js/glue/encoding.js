'use strict';
// TextEncoder and TextDecoder, of the encodings that Buffer knows.
const errors = require('errors');
const { StringDecoder } = require('string_decoder');
const inspected = Symbol.for('nodejs.util.inspect.custom');

class TextEncoder {
  get encoding() { return 'utf-8'; }
  encode(text = '') { return new Uint8Array(Buffer.from(`${text}`)); }
  encodeInto(text, target) {
    errors.checkString('src', text);
    if (!(target instanceof Uint8Array)) throw errors.invalidArgType('dest', 'an instance of Uint8Array', target);
    let read = 0, written = 0;
    for (const c of text) {
      const b = Buffer.from(c);
      if (written + b.length > target.length) break;
      target.set(b, written);
      read += c.length;
      written += b.length;
    }
    return { read, written };
  }
  [inspected](depth, options) { return depth < 0 ? this : `Object ${require('util').inspect({ encoding: this.encoding }, options)}`; }
}

const labels = {};
for (const [name, own, others] of [['utf-8', 'utf8', 'utf8 unicode-1-1-utf-8'], ['utf-16le', 'utf16le', 'utf-16 ucs-2 unicode csunicode'],
  ['windows-1252', 'latin1', 'latin1 iso-8859-1 iso8859-1 ascii us-ascii l1 cp1252 ansi_x3.4-1968']]) {
  for (const label of [name, ...others.split(' ')]) labels[label] = [name, own];
}

class TextDecoder {
  #encoding; #own; #fatal; #ignoreBOM; #decoder = null; #begun = false;
  constructor(encoding = 'utf-8', options = {}) {
    const known = labels[`${encoding}`.trim().toLowerCase()];
    if (!known) throw errors.coded(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', `The "${encoding}" encoding is not supported`);
    [this.#encoding, this.#own] = known;
    this.#fatal = !!options?.fatal;
    this.#ignoreBOM = !!options?.ignoreBOM;
  }
  get encoding() { return this.#encoding; }
  get fatal() { return this.#fatal; }
  get ignoreBOM() { return this.#ignoreBOM; }
  decode(input = new Uint8Array(0), options = {}) {
    const view = ArrayBuffer.isView(input);
    if (!view && !(input instanceof ArrayBuffer)) throw errors.coded(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
    const bytes = view ? Buffer.from(input.buffer, input.byteOffset, input.byteLength) : Buffer.from(input);
    this.#decoder ??= new StringDecoder(this.#own);
    let text = this.#decoder.write(bytes);
    if (!options?.stream) text += this.#decoder.end();
    if (this.#fatal && text.includes('\uFFFD') && !bytes.includes('\uFFFD', 0, this.#own)) {
      this.#decoder = null;
      throw errors.coded(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', `The encoded data was not valid for encoding ${this.#encoding}`);
    }
    if (!this.#begun && text !== '') {
      this.#begun = true;
      if (!this.#ignoreBOM && text[0] === '\uFEFF') text = text.slice(1);
    }
    if (!options?.stream) {
      this.#decoder = null;
      this.#begun = false;
    }
    return text;
  }
}
for (const C of [TextEncoder, TextDecoder]) Object.defineProperty(C.prototype, Symbol.toStringTag, { value: C.name, configurable: true });
module.exports = { TextEncoder, TextDecoder };
