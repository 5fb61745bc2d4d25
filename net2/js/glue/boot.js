'use strict';
// The globals of Node, in the order in which they need each other.
const g = globalThis;
const enumerable = ['global', 'clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval',
  'setTimeout', 'queueMicrotask', 'structuredClone', 'atob', 'btoa'];
const set = (globals) => {
  for (const name of Object.keys(globals)) {
    Object.defineProperty(g, name, { value: globals[name], writable: true, configurable: true, enumerable: enumerable.includes(name) });
  }
};
set({ global: g });
Object.defineProperty(g, Symbol.toStringTag, { value: 'global', configurable: true });
for (const name of ['asyncIterator', 'dispose', 'asyncDispose']) {
  if (!Symbol[name]) Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
}
require('errors');
require('json');
const { Buffer, atob, btoa } = require('buffer');
set({ Buffer, atob, btoa });
set(require('abort').globals);
// Few programs use the streams of the web: they are made when one does.
for (const name of ['ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamDefaultController', 'WritableStream', 'WritableStreamDefaultWriter',
  'WritableStreamDefaultController', 'TransformStream', 'TransformStreamDefaultController', 'ByteLengthQueuingStrategy', 'CountQueuingStrategy']) {
  later(name, () => require('stream_web')[name]);
}
later('Blob', () => require('blob').Blob);
for (const name of ['TextEncoder', 'TextDecoder']) later(name, () => require('encoding')[name]);
function later(name, make) {
  const put = (value) => Object.defineProperty(g, name, { value, writable: true, configurable: true, enumerable: false });
  Object.defineProperty(g, name, { configurable: true, enumerable: false, get() { const C = make(); put(C); return C; }, set: put });
}
const timers = require('timers');
set({
  setTimeout: timers.setTimeout, clearTimeout: timers.clearTimeout, setInterval: timers.setInterval,
  clearInterval: timers.clearInterval, setImmediate: timers.setImmediate, clearImmediate: timers.clearImmediate,
});
const process = require('process');
set({ process });
set({
  queueMicrotask(callback) {
    if (typeof callback !== 'function') throw require('errors').invalidArgType('callback', 'of type function', callback);
    // A microtask that throws is an uncaught exception, not a rejection.
    Promise.resolve().then(callback).then(undefined, (err) => { native.nextTick(() => { throw err; }); });
  },
  structuredClone: (v) => require('util')._clone(v),
});
set({ console: require('console') });
// perf_hooks is loaded when a program first looks.
for (const name of ['performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver', 'PerformanceObserverEntryList']) {
  const put = (value) => Object.defineProperty(g, name, { value, writable: true, configurable: true, enumerable: name === 'performance' });
  Object.defineProperty(g, name, { configurable: true, enumerable: name === 'performance', get() { return require('perf_hooks')[name]; }, set: put });
}
module.exports = process;
