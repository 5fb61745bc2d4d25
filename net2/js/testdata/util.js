'use strict';
// What programs of some age take from util, and lookups.
const util = require('util');
const dns = require('dns');
const values = ['a', {}, () => 1, 1, undefined, null, /x/, new Date(0), new RangeError('r'), true, Symbol('s'), Buffer.alloc(1), 1n, []];
for (const name of ['isString', 'isObject', 'isFunction', 'isNumber', 'isUndefined', 'isNull', 'isNullOrUndefined', 'isRegExp', 'isDate', 'isError', 'isBoolean',
  'isSymbol', 'isPrimitive', 'isBuffer', 'isArray']) {
  console.log(name, values.map((v) => Number(util[name](v))).join(''));
}
console.log(util._extend({ a: 1 }, { b: 2 }), util._extend({ a: 1 }, null));
const fails = util.callbackify(async (v) => { throw v; });
fails(0, (e) => console.log(e.code, e.message, e.reason));
fails(new Error('e'), (e) => console.log(e.message));
try { dns.lookup(5, () => {}); } catch (e) { console.log(e.code, e.message); }
dns.lookup('127.0.0.1', { family: 'IPv4' }, (e, address, family) => {
  console.log(e, address, family);
  dns.lookup('::1', { all: true }, (e, list) => console.log(e, list));
});
