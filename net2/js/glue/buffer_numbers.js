'use strict';
// readInt32BE and its many sisters, on DataView.
const errors = require('errors');
const limits = { Int8: [-128, 127], Uint8: [0, 255], Int16: [-32768, 32767], Uint16: [0, 65535], Int32: [-(2 ** 31), 2 ** 31 - 1], Uint32: [0, 2 ** 32 - 1],
  BigInt64: [-(2n ** 63n), 2n ** 63n - 1n], BigUint64: [0n, 2n ** 64n - 1n] };

function checkOffset(offset) {
  if (typeof offset !== 'number') throw errors.invalidArgType('offset', 'of type number', offset);
}

function at(b, offset, size) {
  checkOffset(offset);
  if (Math.floor(offset) !== offset) throw errors.outOfRange('offset', 'an integer', offset);
  if (b.length < size) throw errors.coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
  if (offset < 0 || offset > b.length - size) throw errors.outOfRange('offset', `>= 0 and <= ${b.length - size}`, offset);
  return new DataView(b.buffer, b.byteOffset, b.byteLength);
}

function fits(v, min, max) {
  if (v >= min && v <= max || Number.isNaN(v)) return;
  const n = typeof min === 'bigint' ? 'n' : '', bits = max.toString(2).length + (min < 0 ? 1 : 0);
  let range = `>= ${min} and <= ${max}`;
  if (bits > 32) range = min < 0 ? `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}` : `>= 0${n} and < 2${n} ** ${bits}${n}`;
  throw errors.outOfRange('value', range, v);
}

function checkWidth(n) {
  if (typeof n !== 'number') throw errors.invalidArgType('byteLength', 'of type number', n);
  if (!Number.isInteger(n)) throw errors.outOfRange('byteLength', 'an integer', n);
  if (n < 1 || n > 6) throw errors.outOfRange('byteLength', '>= 1 and <= 6', n);
}

module.exports = (proto) => {
  const add = (names, value) => {
    Object.defineProperty(value, 'name', { value: names[0], configurable: true });
    for (const name of names) Object.defineProperty(proto, name, { value, writable: true, configurable: true, enumerable: true });
  };
  const spelled = (name) => name.includes('Uint') ? [name.replace('Uint', 'UInt'), name] : name.includes('BigUint') ? [name.replace('BigUint', 'BigUInt'), name] : [name];
  for (const [type, size] of [['Int8', 1], ['Uint8', 1], ['Int16', 2], ['Uint16', 2], ['Int32', 4], ['Uint32', 4], ['Float32', 4], ['Float64', 8], ['BigInt64', 8], ['BigUint64', 8]]) {
    const own = { Float32: 'Float', Float64: 'Double' }[type] ?? type;
    for (const end of size === 1 ? [''] : ['LE', 'BE']) {
      const little = end === 'LE';
      add(spelled(`read${own}${end}`), function(offset = 0) { return at(this, offset, size)[`get${type}`](offset, little); });
      add(spelled(`write${own}${end}`), function(v, offset = 0) {
        const view = at(this, offset, size);
        if (size === 8 && limits[type]) {
          fits(v, ...limits[type]);
          if (typeof v !== 'bigint') throw new TypeError('Cannot mix BigInt and other types, use explicit conversions');
        } else if (limits[type]) fits(v = +v, ...limits[type]);
        view[`set${type}`](offset, v, little);
        return offset + size;
      });
    }
  }
  for (const little of [true, false]) {
    const end = little ? 'LE' : 'BE';
    const read = (b, offset, n) => {
      checkWidth(n);
      at(b, offset, n);
      let v = 0;
      for (let i = 0; i < n; i++) v = v * 256 + b[little ? offset + n - 1 - i : offset + i];
      return v;
    };
    const write = (b, v, offset, n) => {
      at(b, offset, n);
      for (let i = 0; i < n; i++) { b[little ? offset + i : offset + n - 1 - i] = v % 256; v = Math.floor(v / 256); }
      return offset + n;
    };
    add(spelled(`readUint${end}`), function(offset, n) { checkOffset(offset); return read(this, offset, n); });
    add([`readInt${end}`], function(offset, n) {
      checkOffset(offset);
      const v = read(this, offset, n);
      return v >= 2 ** (8 * n - 1) ? v - 2 ** (8 * n) : v;
    });
    add(spelled(`writeUint${end}`), function(v, offset, n) { checkWidth(n); fits(v = +v, 0, 2 ** (8 * n) - 1); return write(this, v, offset, n); });
    add([`writeInt${end}`], function(v, offset, n) {
      checkWidth(n);
      fits(v = +v, -(2 ** (8 * n - 1)), 2 ** (8 * n - 1) - 1);
      return write(this, v < 0 ? v + 2 ** (8 * n) : v, offset, n);
    });
  }
};
