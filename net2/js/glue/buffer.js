'use strict';
// Buffer: a Uint8Array whose memory Go can use as it is. Text goes through Go's encodings.
const errors = require('errors');
const { invalidArgType, outOfRange, unknownEncoding } = errors;
const kMax = 2 ** 32;

function Buffer(v, encodingOrOffset, length) {
  if (typeof v === 'number') {
    if (typeof encodingOrOffset === 'string') throw invalidArgType('string', 'of type string', v);
    return Buffer.alloc(v);
  }
  return Buffer.from(v, encodingOrOffset, length);
}
Object.setPrototypeOf(Buffer, Uint8Array);
Buffer.prototype = Object.create(Uint8Array.prototype, { constructor: { value: Buffer, writable: true, configurable: true } });
native.setBuffer(Buffer);
const proto = Buffer.prototype;
const isBytes = (v) => v instanceof Uint8Array;
const isBuffer = (v) => ArrayBuffer.isView(v) || v instanceof ArrayBuffer;
const wrap = (ab, offset, length) => Object.setPrototypeOf(new Uint8Array(ab, offset, length), proto);
const known = (encoding) => {
  if (encoding !== undefined && encoding !== null && !native.isEncoding(encoding)) throw unknownEncoding(encoding);
  return encoding ?? 'utf8';
};

function checkSize(size) {
  if (typeof size !== 'number') throw invalidArgType('size', 'of type number', size);
  if (!(size >= 0 && size <= kMax)) throw outOfRange('size', `>= 0 && <= ${kMax}`, size);
}

Object.assign(Buffer, {
  poolSize: 8192,
  from(v, encodingOrOffset, length) {
    if (typeof v === 'string') return native.encode(v, typeof encodingOrOffset === 'string' && encodingOrOffset ? known(encodingOrOffset) : 'utf8');
    if (typeof v === 'object' && v !== null) {
      if (v instanceof ArrayBuffer) return over(v, encodingOrOffset, length);
      const primitive = v.valueOf?.();
      if (primitive != null && primitive !== v && (typeof primitive === 'string' || typeof primitive === 'object')) {
        return Buffer.from(primitive, encodingOrOffset, length);
      }
      if (isBytes(v)) {
        const b = native.alloc(v.length);
        b.set(v);
        return b;
      }
      if (v.length !== undefined || v.buffer instanceof ArrayBuffer) return typeof v.length === 'number' ? copyOf(v) : native.alloc(0);
      if (v.type === 'Buffer' && Array.isArray(v.data)) return copyOf(v.data);
      if (typeof v[Symbol.toPrimitive] === 'function') {
        const s = v[Symbol.toPrimitive]('string');
        if (typeof s === 'string') return Buffer.from(s, encodingOrOffset);
      }
    }
    throw invalidArgType('first argument', 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object', v);
  },
  alloc(size, fill, encoding) {
    checkSize(size);
    const b = native.alloc(size);
    return fill !== undefined && fill !== 0 && size > 0 ? b.fill(fill, typeof encoding === 'string' ? encoding : undefined) : b;
  },
  copyBytesFrom(view, offset, length) {
    if (!ArrayBuffer.isView(view) || view instanceof DataView) throw invalidArgType('view', 'an instance of TypedArray', view);
    const from = offsetOr(0, 'offset', offset, kMax), to = length === undefined ? view.length : from + offsetOr(0, 'length', length, kMax);
    const part = Object.getPrototypeOf(Uint8Array.prototype).slice.call(view, from, to);
    return Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  },
  allocUnsafe(size) { checkSize(size); return native.alloc(size); },
  allocUnsafeSlow(size) { checkSize(size); return native.alloc(size); },
  isBuffer: (v) => v instanceof Buffer,
  isEncoding: (encoding) => typeof encoding === 'string' && native.isEncoding(encoding),
  byteLength(v, encoding) {
    if (typeof v === 'string') return native.byteLength(v, native.isEncoding(encoding) ? encoding : 'utf8');
    if (isBuffer(v)) return v.byteLength;
    throw invalidArgType('string', 'of type string or an instance of Buffer or ArrayBuffer', v);
  },
  compare(a, b) {
    if (!isBytes(a)) throw invalidArgType('buf1', 'an instance of Buffer or Uint8Array', a);
    if (!isBytes(b)) throw invalidArgType('buf2', 'an instance of Buffer or Uint8Array', b);
    return native.compare(a, b);
  },
  concat(list, length) {
    if (!Array.isArray(list)) throw invalidArgType('list', 'an instance of Array', list);
    let total = 0;
    for (let i = 0; i < list.length; i++) {
      if (!isBytes(list[i])) throw invalidArgType(`list[${i}]`, 'an instance of Buffer or Uint8Array', list[i]);
      total += list[i].length;
    }
    return native.concat(list, offsetOr(total, 'length', length, kMax));
  },
});

// over is a view of a part of the memory.
function over(memory, offset, length) {
  const outside = (name) => errors.coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', `"${name}" is outside of buffer bounds`);
  const from = Math.trunc(+offset) || 0, room = memory.byteLength - from;
  if (room < 0) throw outside('offset');
  const n = length === undefined ? room : Math.max(0, Math.trunc(+length) || 0);
  if (n > room) throw outside('length');
  return wrap(memory, from, n);
}

function copyOf(list) {
  const b = native.alloc(list.length);
  for (let i = 0; i < list.length; i++) b[i] = list[i];
  return b;
}

const clamp = (v, length, otherwise) => {
  v = v === undefined ? otherwise : Math.trunc(+v) || 0;
  return v < 0 ? 0 : v > length ? length : v;
};
const relative = (v, length, otherwise) => {
  v = v === undefined ? otherwise : Math.trunc(+v) || 0;
  return v < 0 ? Math.max(0, length + v) : Math.min(v, length);
};

const offsetOr = (otherwise, name, v, max) => {
  if (v === undefined) return otherwise;
  errors.checkInteger(name, v, 0, max);
  return v;
};

const methods = {
  toString(encoding, start, end) {
    const from = clamp(start, this.length, 0), to = clamp(end, this.length, this.length);
    if (encoding !== undefined) known(`${encoding}`);
    return from < to ? native.decode(this, encoding === undefined ? 'utf8' : `${encoding}`, from, to) : '';
  },
  toJSON() { return { type: 'Buffer', data: Array.prototype.slice.call(this) }; },
  equals(other) {
    if (!isBytes(other)) throw invalidArgType('otherBuffer', 'an instance of Buffer or Uint8Array', other);
    return native.compare(this, other) === 0;
  },
  compare(target, ts, te, ss, se) {
    if (!isBytes(target)) throw invalidArgType('target', 'an instance of Buffer or Uint8Array', target);
    ts = offsetOr(0, 'targetStart', ts, kMax);
    te = offsetOr(target.length, 'targetEnd', te, target.length);
    ss = offsetOr(0, 'sourceStart', ss, kMax);
    se = offsetOr(this.length, 'sourceEnd', se, this.length);
    const range = Uint8Array.prototype.subarray;
    return native.compare(range.call(this, ss, Math.max(ss, se)), range.call(target, ts, Math.max(ts, te)));
  },
  subarray(start, end) {
    const from = relative(start, this.length, 0), to = relative(end, this.length, this.length);
    return wrap(this.buffer, this.byteOffset + from, Math.max(0, to - from));
  },
  copy(target, targetStart, start, end) {
    if (!isBytes(target)) throw invalidArgType('target', 'an instance of Buffer or Uint8Array', target);
    const whole = (v, otherwise) => v === undefined ? otherwise : Math.trunc(+v) || 0;
    const at = whole(targetStart, 0), from = whole(start, 0), to = Math.min(whole(end, this.length), this.length);
    if (at < 0) throw outOfRange('targetStart', '>= 0', at);
    if (from < 0 || from > this.length) throw outOfRange('sourceStart', `>= 0 && <= ${this.length}`, from);
    if (to < 0) throw outOfRange('sourceEnd', '>= 0', to);
    if (at >= target.length || from >= to) return 0;
    const n = Math.min(to - from, target.length - at);
    target.set(Uint8Array.prototype.subarray.call(this, from, from + n), at);
    return n;
  },
  write(string, offset, length, encoding) {
    if (offset === undefined) [length, encoding] = [undefined, undefined];
    else if (typeof offset === 'string' && length === undefined) [offset, encoding] = [0, offset];
    offset = offsetOr(0, 'offset', offset, this.length);
    if (typeof length === 'string') [length, encoding] = [undefined, length];
    const room = Math.min(offsetOr(this.length, 'length', length, this.length), this.length - offset);
    if (typeof string !== 'string') throw Object.assign(new TypeError('argument must be a string'), { code: 'ERR_INVALID_ARG_TYPE' });
    let b = native.encode(string, known(encoding));
    if (b.length > room) {
      let n = room;
      if (/^utf-?8$/i.test(encoding ?? 'utf8')) while (n > 0 && (b[n] & 0xC0) === 0x80) n--;
      b = b.subarray(0, n);
    }
    this.set(b, offset);
    return b.length;
  },
  fill(v, start, end, encoding) {
    if (typeof start === 'string') [start, end, encoding] = [0, this.length, start];
    else if (typeof end === 'string') [end, encoding] = [this.length, end];
    offsetOr(0, 'offset', start, kMax);
    if (start !== undefined) offsetOr(0, 'end', end, this.length);
    const from = clamp(start, this.length, 0), to = start === undefined ? this.length : clamp(end, this.length, this.length);
    const given = v;
    if (typeof v === 'string') v = v.length === 0 ? 0 : native.encode(v, known(encoding));
    if (isBytes(v) && v.length === 1) v = v[0];
    if (!isBytes(v)) {
      Uint8Array.prototype.fill.call(this, v & 255, from, to);
      return this;
    }
    if (v.length === 0) throw errors.invalidArgValue('value', given);
    for (let i = from; i < to; i += v.length) this.set(Uint8Array.prototype.subarray.call(v, 0, Math.min(v.length, to - i)), i);
    return this;
  },
  indexOf(v, from, encoding) { return search(this, v, from, encoding, false); },
  lastIndexOf(v, from, encoding) { return search(this, v, from, encoding, true); },
  includes(v, from, encoding) { return this.indexOf(v, from, encoding) !== -1; },
  swap16() { return swap(this, 2); },
  swap32() { return swap(this, 4); },
  swap64() { return swap(this, 8); },
  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    const max = module.exports.INSPECT_MAX_BYTES;
    let s = native.decode(this, 'hex', 0, Math.min(max, this.length)).replace(/(.{2})/g, '$1 ').trim();
    if (this.length > max) s += ` ... ${this.length - max} more byte${this.length - max > 1 ? 's' : ''}`;
    const own = Object.keys(this).filter((k) => !/^\d+$/.test(k));
    if (own.length) {
      const extra = Object.fromEntries(own.map((k) => [k, this[k]]));
      s += `${s ? ', ' : ''}${require('util').inspect(extra, { ...options, breakLength: Infinity, compact: true }).slice(2, -2)}`;
    }
    return `<${this.constructor?.name ?? 'Buffer'} ${s}>`;
  },
};
methods.slice = methods.subarray;
methods.toLocaleString = methods.toString;
methods.inspect = methods[Symbol.for('nodejs.util.inspect.custom')];

function search(buffer, v, from, encoding, backwards) {
  if (typeof from === 'string') [from, encoding] = [undefined, from];
  from = +from;
  const n = buffer.length;
  if (Number.isNaN(from)) from = backwards ? n : 0;
  from = Math.trunc(from);
  if (from < 0) from += n;
  if (from < 0) { if (backwards) return -1; from = 0; }
  if (typeof v === 'number') v = [v & 255];
  const bytes = typeof v === 'string' ? native.encode(v, known(encoding)) : Array.isArray(v) ? Uint8Array.from(v) : v;
  if (!isBytes(bytes)) throw invalidArgType('value', 'one of type number or string or an instance of Buffer or Uint8Array', v);
  if (from > n) { if (!backwards) return bytes.length ? -1 : n; from = n; }
  return native.indexOf(buffer, bytes, from, backwards);
}

function transcode(source, from, to) {
  if (!isBytes(source)) throw invalidArgType('source', 'an instance of Buffer or Uint8Array', source);
  const kind = (name) => ({ 'utf8': 'utf8', 'utf-8': 'utf8', 'ucs2': 'utf16le', 'ucs-2': 'utf16le', 'utf16le': 'utf16le', 'utf-16le': 'utf16le',
    'latin1': 'latin1', 'binary': 'latin1', 'ascii': 'ascii' })[`${name}`.toLowerCase()];
  const [a, b] = [kind(from), kind(to)];
  if (!a || !b) throw Object.assign(new Error('Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]'), { code: 'U_ILLEGAL_ARGUMENT_ERROR', errno: 1 });
  const text = methods.toString.call(source, a), most = b === 'ascii' ? 0x7F : b === 'latin1' ? 0xFF : Infinity;
  // What the target cannot say is a question mark, one for a character.
  return Buffer.from(most === Infinity ? text : Array.from(text, (c) => c.codePointAt(0) > most ? '?' : c).join(''), b);
}

function swap(b, size) {
  if (b.length % size) throw errors.coded(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${size * 8}-bits`);
  for (let i = 0; i < b.length; i += size) Uint8Array.prototype.subarray.call(b, i, i + size).reverse();
  return b;
}

for (const name of Reflect.ownKeys(methods)) Object.defineProperty(proto, name, { value: methods[name], writable: true, configurable: true, enumerable: true });
Object.defineProperty(proto, 'parent', { get() { return this instanceof Buffer ? this.buffer : undefined; }, configurable: true });
Object.defineProperty(proto, 'offset', { get() { return this instanceof Buffer ? this.byteOffset : undefined; }, configurable: true });
for (const [short, encoding] of [['utf8', 'utf8'], ['hex', 'hex'], ['ascii', 'ascii'], ['latin1', 'latin1'], ['base64', 'base64'], ['base64url', 'base64url'], ['ucs2', 'utf16le']]) {
  Object.defineProperty(proto, `${short}Slice`, { value(start, end) { return this.toString(encoding, start, end); }, configurable: true, writable: true });
  Object.defineProperty(proto, `${short}Write`, { value(s, offset, length) { return this.write(s, offset, length, encoding); }, configurable: true, writable: true });
}
require('buffer_numbers')(proto);

module.exports = {
  Buffer, SlowBuffer: (size) => Buffer.allocUnsafeSlow(size), kMaxLength: kMax, kStringMaxLength: 2 ** 29 - 24, INSPECT_MAX_BYTES: 50,
  constants: { MAX_LENGTH: kMax, MAX_STRING_LENGTH: 2 ** 29 - 24 },
  isUtf8: (v) => { const b = Buffer.from(v); return b.toString() === b.toString() && !b.toString().includes('\uFFFD'); },
  isAscii: (v) => Buffer.from(v).every((x) => x < 128),
  transcode,
  atob: (s) => Buffer.from(String(s), 'base64').toString('latin1'),
  btoa: (s) => Buffer.from(String(s), 'latin1').toString('base64'),
};
Object.defineProperty(module.exports, 'Blob', { configurable: true, enumerable: true, get: () => require('blob').Blob });
