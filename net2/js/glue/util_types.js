'use strict';
// util.types: what a value is beneath, whatever its prototype says.
const is = (name) => (v) => native.className(v) === name;
const tag = (v) => Object.prototype.toString.call(v).slice(8, -1);
const holds = (f) => (v) => {
  try { f.call(v); return true; } catch { return false; }
};
const object = (v) => typeof v === 'object' && v !== null;
const getter = (C, name) => Object.getOwnPropertyDescriptor(C.prototype, name).get;
const typed = getter(Object.getPrototypeOf(Uint8Array), Symbol.toStringTag);
const boxes = ['BigInt', 'Boolean', 'Number', 'String', 'Symbol'];

const types = {
  isExternal: () => false, isDate: is('Date'), isArgumentsObject: is('Arguments'), isBoxedPrimitive: (v) => boxes.includes(native.className(v)),
  isNativeError: is('Error'), isRegExp: is('RegExp'),
  isAsyncFunction: (v) => typeof v === 'function' && /^Async/.test(tag(v)), isGeneratorFunction: (v) => typeof v === 'function' && /GeneratorFunction$/.test(tag(v)),
  isGeneratorObject: (v) => object(v) && /^(Async)?Generator$/.test(tag(v)), isPromise: is('Promise'),
  isMap: holds(getter(Map, 'size')), isSet: holds(getter(Set, 'size')), isMapIterator: (v) => object(v) && tag(v) === 'Map Iterator',
  isSetIterator: (v) => object(v) && tag(v) === 'Set Iterator', isWeakMap: (v) => object(v) && v instanceof WeakMap, isWeakSet: (v) => object(v) && v instanceof WeakSet,
  isArrayBuffer: is('ArrayBuffer'), isDataView: (v) => ArrayBuffer.isView(v) && typed.call(v) === undefined, isSharedArrayBuffer: () => false, isProxy: is('Proxy'),
  isModuleNamespaceObject: () => false, isAnyArrayBuffer: is('ArrayBuffer'), isCryptoKey: () => false, isKeyObject: () => false,
  isArrayBufferView: ArrayBuffer.isView, isTypedArray: (v) => ArrayBuffer.isView(v) && typed.call(v) !== undefined,
};
for (const name of ['Uint8', 'Uint8Clamped', 'Uint16', 'Uint32', 'Int8', 'Int16', 'Int32', 'Float32', 'Float64', 'BigInt64', 'BigUint64']) {
  types[`is${name}Array`] = (v) => ArrayBuffer.isView(v) && typed.call(v) === `${name}Array`;
}
for (const name of boxes) types[`is${name}Object`] = is(name);
module.exports = types;
