'use strict';
// Node's own assert and util, from the installed node at run time: the tests compare what these print. They need
// primordials and a few bindings.
const g = globalThis;
const stub = (name, value) => { if (g[name] === undefined) Object.defineProperty(g, name, { value, writable: true, configurable: true }); };
stub('WeakRef', class WeakRef { #v; constructor(v) { this.#v = v; } deref() { return this.#v; } });
stub('FinalizationRegistry', class FinalizationRegistry { register() {} unregister() {} });
stub('SharedArrayBuffer', class SharedArrayBuffer { get byteLength() { return 0; } slice() {} });
stub('Atomics', { load() {}, store() {}, wait() {}, notify() {} });
stub('Intl', { DateTimeFormat() {}, v8BreakIterator() {} });
if (!Array.prototype.findLast) Object.defineProperty(Array.prototype, 'findLast', { configurable: true, writable: true, value(f) { for (let i = this.length - 1; i >= 0; i--) if (f(this[i], i, this)) return this[i]; } });

const errnoTable = native.errnoTable();
const primordials = {};
native.compileNative('internal/per_context/primordials', 'exports,primordials,privateSymbols,perIsolateSymbols')({}, primordials, {}, {});
const open = (o) => new Proxy(o, { get(t, k) { return k in t ? t[k] : (t[k] = function noop() {}); } });
const symbols = new Proxy({}, { get(o, k) { return o[k] ??= Symbol(String(k)); } });
const is = (name) => (v) => native.classOf(v) === name;
const brand = (get, ...args) => (v) => { if (typeof v !== 'object' || v === null) return false; try { get.call(v, ...args); return true; } catch { return false; } };
const getter = (C, k) => Object.getOwnPropertyDescriptor(C.prototype, k).get;
const types = {
  isExternal: () => false, isDate: is('Date'), isArgumentsObject: is('Arguments'), isBigIntObject: is('BigInt'), isBooleanObject: is('Boolean'),
  isNumberObject: is('Number'), isStringObject: is('String'), isSymbolObject: is('Symbol'), isNativeError: is('Error'), isRegExp: is('RegExp'),
  isAsyncFunction: (f) => typeof f === 'function' && Object.prototype.toString.call(f) === '[object AsyncFunction]',
  isGeneratorFunction: (f) => typeof f === 'function' && Object.prototype.toString.call(f) === '[object GeneratorFunction]',
  isGeneratorObject: (v) => Object.prototype.toString.call(v) === '[object Generator]',
  isPromise: is('Promise'), isMap: brand(getter(Map, 'size')), isSet: brand(getter(Set, 'size')), isMapIterator: is('Map Iterator'), isSetIterator: is('Set Iterator'),
  isWeakMap: brand(WeakMap.prototype.has, {}), isWeakSet: brand(WeakSet.prototype.has, {}), isArrayBuffer: is('ArrayBuffer'), isDataView: brand(getter(DataView, 'byteLength')),
  isSharedArrayBuffer: () => false, isProxy: is('Proxy'), isModuleNamespaceObject: () => false, isAnyArrayBuffer: is('ArrayBuffer'),
  isBoxedPrimitive: (v) => ['BigInt', 'Boolean', 'Number', 'String', 'Symbol'].includes(native.classOf(v)), isEventTarget: () => false,
};
const errmap = new Map(errnoTable);
errmap.set(-4095, ['EOF', 'end of file']);
errmap.set(-3008, ['ENOTFOUND', 'getaddrinfo']);
const bindings = {
  types,
  util: open({
    constants: { kPending: 0, kFulfilled: 1, kRejected: 2, kExiting: 0, kExitCode: 1, kHasExitCode: 2, ALL_PROPERTIES: 0, ONLY_WRITABLE: 1, ONLY_ENUMERABLE: 2, ONLY_CONFIGURABLE: 4, SKIP_STRINGS: 8, SKIP_SYMBOLS: 16, kDisallowCloneAndTransfer: 0, kTransferable: 1, kCloneable: 2 },
    privateSymbols: symbols, shouldAbortOnUncaughtToggle: [0], getPromiseDetails: native.promiseState, getProxyDetails: native.proxyDetails,
    previewEntries: (o, isIterator) => isIterator ? [[], false] : [],
    getOwnNonIndexProperties: (o, filter) => Reflect.ownKeys(o).filter((k) => !(typeof k === 'string' && /^(0|[1-9]\d*)$/.test(k)) && (filter !== 2 || Object.prototype.propertyIsEnumerable.call(o, k))),
    getConstructorName(o) { for (; o; o = Object.getPrototypeOf(o)) { const d = Object.getOwnPropertyDescriptor(o, 'constructor'); if (d && typeof d.value === 'function' && d.value.name) return d.value.name; } return 'Object'; },
    getCallerLocation: () => undefined, isInsideNodeModules: () => false, toUSVString: String,
    defineLazyProperties(target, id, keys, enumerable = true) { for (const k of keys) Object.defineProperty(target, k, { configurable: true, enumerable, get() { return load(id)[k]; } }); },
  }),
  errors: open({ exitCodes: { kNoFailure: 0, kGenericUserError: 1 }, noSideEffectsToString: String }),
  config: { hasIntl: false, hasInspector: false, hasOpenSSL: true, noBrowserGlobals: false },
  uv: open({ errmap: undefined, errname: (n) => errmap.get(n)?.[0] ?? `Unknown system error ${n}`, getErrorMap: () => errmap, ...Object.fromEntries(errnoTable.map(([n, [name]]) => [`UV_${name}`, n])), UV_EOF: -4095 }),
  symbols, constants: { os: { signals: {}, errno: {} }, fs: {}, crypto: {}, zlib: {}, trace: {} },
  string_decoder: open({ encodings: ['ascii', 'utf8', 'base64', 'utf16le', 'latin1', 'hex', 'buffer', 'base64url'] }),
  timers: open({ getLibuvNow: () => native.loopNow(), immediateInfo: [0, 0, 0], timerInfo: [0] }),
  buffer: open({ compare: native.compare }),
  trace_events: open({ available: false, isTraceCategoryEnabled: () => false, traceCategoryState: [0], getCategoryEnabledBuffer: () => [0] }),
};
const ofHandles = ['tcp_wrap', 'pipe_wrap', 'stream_wrap'];
const internalBinding = (name) => bindings[name] ??= ofHandles.includes(name) ? process.binding(name) : open({});
// What Node keeps under a symbol is a view here.
const kEvents = Symbol('kEvents');
Object.defineProperty(g.EventTarget.prototype, kEvents, { get() {
  const { inside } = require('event_target');
  return new Map(inside.types(this).map((type) => [type, { size: inside.listeners(this, type).length }]));
} });
const cache = new Map();
const none = () => {};
const fakes = {
  'buffer': () => require('buffer'), 'events': () => require('events'), 'process': () => g.process, 'timers': () => require('timers'), 'path': () => require('path'), 'fs': () => require('fs'),
  'string_decoder': () => require('string_decoder'), 'async_hooks': () => require('async_hooks'), 'stream': () => require('stream'),
  'internal/event_target': () => ({ isEventTarget: (x) => x instanceof g.EventTarget, Event: g.Event, EventTarget: g.EventTarget, CustomEvent: g.CustomEvent, NodeEventTarget: require('event_target').NodeEventTarget, kEvents }),
  'internal/process/task_queues': () => ({ queueMicrotask: g.queueMicrotask, nextTick: g.process.nextTick }),
  'internal/buffer': () => ({ FastBuffer: Buffer }), 'internal/url': () => ({ URL: g.URL, isURL: () => false, fileURLToPath: (u) => String(u).replace('file://', ''), toPathIfFileURL: (x) => x, pathToFileURL: (p) => ({ href: `file://${p}` }) }),
  'internal/bootstrap/realm': () => ({ BuiltinModule: { exists: native.hasNative, canBeRequiredByUsers: () => false } }),
  'internal/options': () => ({ getOptionValue: (name) => name === '--stack-trace-limit' ? 10 : undefined, getEmbedderOptions: () => ({}), refreshOptions: none }),
  'internal/util/colors': () => ({ blue: '', green: '', white: '', yellow: '', red: '', clear: '', reset: '', gray: '', undim: '', hasColors: false, shouldColorize: () => false, refresh: none }),
  'internal/crypto/keys': () => ({ isKeyObject: () => false, isCryptoKey: () => false }),
  'internal/assert/utils': () => ({ innerOk(fn, n, v, message) {
    if (v) return;
    if (message instanceof Error) throw message;
    const { AssertionError } = { AssertionError: load('internal/assert/assertion_error') };
    const e = new AssertionError({ actual: v, expected: true, message: n === 0 ? 'No value argument passed to `assert.ok()`' : message ?? 'The expression evaluated to a falsy value', operator: '==', stackStartFn: fn });
    e.generatedMessage = message === undefined;
    throw e;
  } }),
  'internal/abort_controller': () => ({ AbortController: g.AbortController, AbortSignal: g.AbortSignal, aborted: none, transferableAbortController: none, transferableAbortSignal: none }),
  'internal/v8/startup_snapshot': () => ({ namespace: { isBuildingSnapshot: () => false }, isBuildingSnapshot: () => false, addDeserializeCallback: none, addSerializeCallback: none }),
  'internal/process/execution': () => ({}), 'internal/console/global': () => g.console, 'internal/blob': () => ({ isBlob: () => false }),
};
function load(id) {
  id = id.replace(/^node:/, '');
  if (cache.has(id)) return cache.get(id).exports;
  const m = { exports: {}, id };
  cache.set(id, m);
  if (fakes[id]) m.exports = fakes[id]();
  else native.compileNative(id, 'exports,require,module,process,internalBinding,primordials')(m.exports, load, m, g.process, internalBinding, primordials);
  if (id === 'internal/util/debuglog') m.exports.initializeDebugEnv('');
  return m.exports;
}
module.exports = { load };
