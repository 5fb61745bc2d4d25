'use strict';
// Deep comparison, and copies of whole structures.
const errors = require('errors');
const types = require('util_types');

const boxedValue = (v) => types.isBoxedPrimitive(v) ? v.valueOf() : undefined;
const ownKeys = (v) => Reflect.ownKeys(v).filter((k) => Object.prototype.propertyIsEnumerable.call(v, k));

// pairs are those being compared further up: a circle that both have is equal.
function deepEqual(a, b, pairs = []) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || native.className(a) !== native.className(b)) return false;
  if (types.isDate(a) && +a !== +b || types.isRegExp(a) && (String(a) !== String(b) || a.lastIndex !== b.lastIndex)) return false;
  if (types.isNativeError(a) && (a.message !== b.message || a.name !== b.name)) return false;
  if (!Object.is(boxedValue(a), boxedValue(b))) return false;
  if (types.isPromise(a) || types.isWeakMap(a) || types.isWeakSet(a)) return false;
  if (types.isAnyArrayBuffer(a)) return Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;
  if (Array.isArray(a) && a.length !== b.length) return false;
  if (pairs.some(([x, y]) => x === a && y === b)) return true;
  const inner = [...pairs, [a, b]], same = (x, y) => deepEqual(x, y, inner);
  if (types.isMap(a) || types.isSet(a)) {
    if (a.size !== b.size) return false;
    const rest = [...b];
    for (const x of a) {
      const i = rest.findIndex((y) => types.isMap(a) ? same(x[0], y[0]) && same(x[1], y[1]) : same(x, y));
      if (i < 0) return false;
      rest.splice(i, 1);
    }
  }
  const x = ownKeys(a), y = ownKeys(b);
  return x.length === y.length && x.every((k) => Object.prototype.propertyIsEnumerable.call(b, k) && same(a[k], b[k]));
}

function refuse(v) {
  const shown = typeof v === 'object' ? `#<${require('util_inspect').nameOf(v) ?? 'Object'}>` : String(v);
  throw new DOMException(`${shown} could not be cloned.`, 'DataCloneError');
}

function clone(v, seen = new Map()) {
  if (typeof v === 'function' || typeof v === 'symbol') refuse(v);
  if (typeof v !== 'object' || v === null) return v;
  if (seen.has(v)) return seen.get(v);
  const keep = (copy) => { seen.set(v, copy); return copy; }, inner = (x) => clone(x, seen);
  if (types.isPromise(v) || types.isWeakMap(v) || types.isWeakSet(v)) refuse(v);
  if (types.isDate(v)) return keep(new Date(+v));
  if (types.isRegExp(v)) return keep(new RegExp(v.source, v.flags));
  if (types.isBoxedPrimitive(v)) return keep(Object(v.valueOf()));
  if (types.isAnyArrayBuffer(v)) return keep(v.slice(0));
  if (ArrayBuffer.isView(v)) {
    const memory = inner(v.buffer), C = types.isDataView(v) ? DataView : globalThis[Object.prototype.toString.call(v).slice(8, -1)];
    return keep(new C(memory, v.byteOffset, C === DataView ? v.byteLength : v.length));
  }
  if (types.isMap(v)) {
    const copy = keep(new Map());
    for (const [k, x] of [...v]) copy.set(inner(k), inner(x));
    return copy;
  }
  if (types.isSet(v)) {
    const copy = keep(new Set());
    for (const x of [...v]) copy.add(inner(x));
    return copy;
  }
  if (types.isNativeError(v)) {
    const C = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }[v.name] ?? Error, copy = keep(new C(v.message));
    errors.hidden(copy, 'stack', v.stack);
    if (Object.hasOwn(v, 'cause')) errors.hidden(copy, 'cause', inner(v.cause));
    return copy;
  }
  const copy = keep(Array.isArray(v) ? new Array(v.length) : {});
  for (const k of Object.keys(v)) copy[k] = inner(v[k]);
  return copy;
}

module.exports = { clone, deepEqual };
