'use strict';
// StringDecoder: Go's, behind Node's class.
const errors = require('errors');
const kDecoder = Symbol('decoder');

function StringDecoder(encoding) {
  if (encoding !== undefined && encoding !== null && !native.isEncoding(encoding)) throw errors.unknownEncoding(encoding);
  Object.defineProperty(this, kDecoder, { value: native.decoder(encoding), configurable: true, writable: true });
  this.encoding = native.decoderEncoding(this[kDecoder]);
}
StringDecoder.prototype.write = function write(chunk) {
  if (typeof chunk === 'string') return chunk;
  if (!ArrayBuffer.isView(chunk)) throw errors.invalidArgType('buf', 'an instance of Buffer, TypedArray, or DataView', chunk);
  if (!this[kDecoder]) throw errors.coded(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type StringDecoder');
  return native.decoderWrite(this[kDecoder], chunk);
};
StringDecoder.prototype.end = function end(chunk) {
  return (chunk === undefined ? '' : this.write(chunk)) + native.decoderEnd(this[kDecoder]);
};
StringDecoder.prototype.text = function text(chunk, offset) {
  this[kDecoder] = native.decoder(this.encoding);
  return this.write(chunk.slice(offset));
};
const view = (name, i) => Object.defineProperty(StringDecoder.prototype, name, { configurable: true, enumerable: true, get() { return native.decoderNeeds(this[kDecoder])[i]; } });
view('lastNeed', 0);
view('lastTotal', 1);
view('lastChar', 2);
module.exports = { StringDecoder };
