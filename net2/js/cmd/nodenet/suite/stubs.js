'use strict';
// Modules that tests mention and that nodenet has no counterpart of.
const none = (name) => () => { throw new Error(`${name} is not available on nodenet`); };
const tests = () => {
  let chain = Promise.resolve();
  const context = () => ({ mock: { fn: (f = () => {}) => { const m = (...a) => { m.mock.calls.push({ arguments: a }); return f(...a); }; m.mock = { calls: [], callCount: () => m.mock.calls.length }; return m; } }, test, signal: undefined, assert: require('assert'), diagnostic() {}, skip() {}, after() {} });
  const hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  function test(name, options, f) {
    f = [name, options, f].find((x) => typeof x === 'function');
    if (options?.skip) return Promise.resolve();
    if (!f) return Promise.resolve();
    chain = chain.then(async () => {
      for (const h of hooks.beforeEach) await h();
      await (f.length > 1 ? new Promise((resolve, reject) => f(context(), (err) => err ? reject(err) : resolve())) : f.call({}, context()));
    });
    return chain;
  }
  const describe = (name, options, f) => { (f ?? options)(); };
  test.skip = () => {};
  test.todo = () => {};
  const mock = { fn: (f) => context().mock.fn(f), method() {}, timers: { enable() {} } };
  return Object.assign(test, { test, it: test, describe, suite: describe, mock, ...Object.fromEntries(Object.keys(hooks).map((k) => [k, (f) => { if (k === 'before') chain = chain.then(f); else hooks[k].push(f); }])) });
};
const modules = {
  test: tests,
  cluster: () => ({ isPrimary: true, isMaster: true, isWorker: false, fork: none('cluster'), setupPrimary: none('cluster') }),
  worker_threads: () => ({ isMainThread: true, Worker: class Worker { constructor() { none('worker_threads')(); } }, parentPort: null }),
  perf_hooks: () => ({ performance: { now: () => native.hrtime() / 1e6 }, PerformanceObserver: class PerformanceObserver { observe() { none('perf_hooks')(); } } }),
  module: () => ({ createRequire: (file) => native.makeRequire(file), builtinModules: ['net', 'events', 'stream'] }),
  vm: () => ({ runInNewContext: none('vm'), Script: class Script {} }), v8: () => ({}), http: none('http'), https: none('https'), http2: none('http2'), zlib: none('zlib'), crypto: none('crypto'),
  url: () => ({ pathToFileURL: (p) => ({ href: `file://${p}`, toString: () => `file://${p}` }), fileURLToPath: (u) => String(u.href ?? u).replace('file://', ''), URL: globalThis.URL }),
  tty: () => ({ isatty: () => false, ReadStream: class ReadStream {}, WriteStream: class WriteStream {} }),
  diagnostics_channel: () => ({ channel: () => ({ hasSubscribers: false, publish() {}, subscribe() {}, unsubscribe() {} }), subscribe() {}, unsubscribe() {} }),
};
module.exports = (name) => modules[name]();
module.exports.names = Object.keys(modules);
