'use strict';
// util: inspect and format have files of their own; here is the rest.
const errors = require('errors');
const { inspect } = require('util_inspect');
const { format, formatWithOptions } = require('util_format');
const { clone, deepEqual } = require('util_compare');
const types = require('util_types');
const custom = Symbol.for('nodejs.util.promisify.custom');

function promisify(f) {
  errors.checkFunction('original', f);
  if (f[custom]) {
    errors.checkFunction('The "util.promisify.custom" argument', f[custom]);
    return Object.defineProperty(f[custom], custom, { value: f[custom], configurable: true });
  }
  function g(...args) {
    return new Promise((resolve, reject) => { f.call(this, ...args, (err, ...values) => { if (err) reject(err); else resolve(values[0]); }); });
  }
  Object.setPrototypeOf(g, Object.getPrototypeOf(f));
  Object.defineProperty(g, custom, { value: g, configurable: true });
  return Object.defineProperties(g, Object.getOwnPropertyDescriptors(f));
}
promisify.custom = custom;

function callbackify(f) {
  errors.checkFunction('original', f);
  const g = function(...args) {
    const cb = args.pop();
    errors.checkFunction('last argument', cb);
    f.apply(this, args).then((v) => process.nextTick(cb, null, v), (reason) => process.nextTick(cb, reason || falsy(reason)));
  };
  return Object.defineProperty(g, 'name', { value: `${f.name}Callbackified`, configurable: true });
}
const falsy = (reason) => Object.assign(errors.coded(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value'), { reason });

function inherits(C, Base) {
  if (C === undefined || C === null) throw errors.invalidArgType('ctor', 'of type function', C);
  if (Base === undefined || Base === null) throw errors.invalidArgType('superCtor', 'of type function', Base);
  if (Base.prototype === undefined) throw errors.invalidArgType('superCtor.prototype', 'of type object', Base.prototype);
  Object.defineProperty(C, 'super_', { value: Base, writable: true, configurable: true });
  Object.setPrototypeOf(C.prototype, Base.prototype);
}

function deprecate(f, message, code) {
  let warned = false;
  return function(...args) {
    if (!warned) { warned = true; process.emitWarning(message, 'DeprecationWarning', code); }
    return new.target ? Reflect.construct(f, args, new.target) : f.apply(this, args);
  };
}

module.exports = {
  inspect, format, formatWithOptions, promisify, callbackify, inherits, deprecate, types,
  isDeepStrictEqual: deepEqual, debuglog: () => Object.assign(() => {}, { enabled: false }), debug: () => Object.assign(() => {}, { enabled: false }),
  isArray: Array.isArray, getCallSites: () => native.callSites(), stripVTControlCharacters: (s) => s.replace(/\u001B\[[0-9;]*[A-Za-z]/g, ''),
  toUSVString: (s) => `${s}`, aborted: (signal) => new Promise((resolve) => { signal.addEventListener('abort', resolve, { once: true }); }),
  getSystemErrorName: (n) => native.errorName(n),
};
errors.hidden(module.exports, '_clone', clone);
for (const name of ['TextEncoder', 'TextDecoder']) Object.defineProperty(module.exports, name, { configurable: true, enumerable: true, get: () => require('encoding')[name] });
// Deprecated, and much used by programs of some age.
Object.assign(module.exports, {
  isBoolean: (v) => typeof v === 'boolean', isBuffer: (v) => Buffer.isBuffer(v), isDate: types.isDate, isError: (v) => types.isNativeError(v) || v instanceof Error,
  isFunction: (v) => typeof v === 'function', isNull: (v) => v === null, isNullOrUndefined: (v) => v === null || v === undefined,
  isNumber: (v) => typeof v === 'number', isObject: (v) => v !== null && typeof v === 'object',
  isPrimitive: (v) => v === null || typeof v !== 'object' && typeof v !== 'function', isRegExp: types.isRegExp, isString: (v) => typeof v === 'string',
  isSymbol: (v) => typeof v === 'symbol', isUndefined: (v) => v === undefined,
  _extend: (target, source) => source !== null && typeof source === 'object' ? Object.assign(target, source) : target,
});
