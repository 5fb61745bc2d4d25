'use strict';
// console on util.format and the two streams.
const errors = require('errors');
const util = () => require('util');
const warn = (message) => process.emitWarning(message);

function took(ms) {
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  const s = ms / 1000;
  if (s < 60) return `${s.toFixed(3)}s`;
  const pad = (n) => `${Math.floor(n)}`.padStart(2, '0');
  if (s < 3600) return `${Math.floor(s / 60)}:${pad(s % 60)}.${pad(ms % 1000).padStart(3, '0')} (m:ss.mmm)`;
  return `${Math.floor(s / 3600)}:${pad(s / 60 % 60)}:${pad(s % 60)} (h:mm:ss)`;
}

// methods are those of one console, which writes where out and err say.
function methods(out, err, options = {}) {
  let indent = '';
  const counts = new Map(), timers = new Map(), step = options.groupIndentation ?? 2;
  const line = (to, args) => {
    let s = util().formatWithOptions(options.inspectOptions ?? {}, ...args);
    if (indent) s = indent + s.replace(/\n/g, `\n${indent}`);
    const stream = to();
    if (options.ignoreErrors !== false && stream.listenerCount?.('error') === 0 && !stream._isStdio) {
      stream.once('error', ignore);
      stream.write(`${s}\n`, () => stream.removeListener('error', ignore));
    } else stream.write(`${s}\n`);
  };
  const elapsed = (name, label) => {
    if (timers.has(label)) return took((native.hrtime() - timers.get(label)) / 1e6);
    warn(`No such label '${label}' for console.${name}()`);
    return null;
  };
  const self = {
    log(...args) { line(out, args); },
    warn(...args) { line(err, args); },
    dir(v, options) { line(out, [util().inspect(v, { customInspect: false, ...options })]); },
    time(label = 'default') {
      label = `${label}`;
      if (timers.has(label)) warn(`Label '${label}' already exists for console.time()`); else timers.set(label, native.hrtime());
    },
    timeEnd(label = 'default') {
      const s = elapsed('timeEnd', `${label}`);
      if (s !== null) self.log('%s: %s', `${label}`, s);
      timers.delete(`${label}`);
    },
    timeLog(label = 'default', ...args) {
      const s = elapsed('timeLog', `${label}`);
      if (s !== null) self.log('%s: %s', `${label}`, s, ...args);
    },
    trace(...args) { self.error(`Trace${args.length ? `: ${util().format(...args)}` : ''}\n${String(new Error().stack).split('\n').slice(2).join('\n').replace(/\tat /g, '    at ').trimEnd()}`); },
    assert(ok, ...args) {
      if (ok) return;
      args[0] = `Assertion failed${args.length ? `: ${args[0]}` : ''}`;
      self.warn(...args);
    },
    clear() {},
    count(label = 'default') {
      label = `${label}`;
      counts.set(label, (counts.get(label) ?? 0) + 1);
      self.log(`${label}: ${counts.get(label)}`);
    },
    countReset(label = 'default') { if (!counts.delete(`${label}`)) warn(`Count for '${label}' does not exist`); },
    group(...args) {
      if (args.length) self.log(...args);
      indent += ' '.repeat(step);
    },
    groupEnd() { indent = indent.slice(0, Math.max(0, indent.length - step)); },
    table(data, properties) {
      if (properties !== undefined && !Array.isArray(properties)) throw errors.invalidArgType('properties', 'an instance of Array', properties);
      self.log(data === null || typeof data !== 'object' ? data : require('console_table').table(data, properties));
    },
    debug(...args) { line(out, args); },
    info(...args) { line(out, args); },
    dirxml(...args) { line(out, args); },
    error(...args) { line(err, args); },
  };
  self.groupCollapsed = self.group;
  return self;
}
function ignore() {}

function Console(options, stderr, ignoreErrors) {
  if (!new.target) return new Console(...arguments);
  if (typeof options?.write === 'function') options = { stdout: options, stderr, ignoreErrors };
  const { stdout } = options ?? {}, err = options?.stderr ?? stdout;
  for (const [name, stream] of [['stdout', stdout], ['stderr', err]]) {
    if (typeof stream?.write !== 'function') throw errors.coded(TypeError, 'ERR_CONSOLE_WRITABLE_STREAM', `Console expects a writable stream instance for ${name}`);
  }
  const own = methods(() => stdout, () => err, options);
  for (const name of Object.keys(own)) this[name] = own[name].bind(this);
}

const console = methods(() => process.stdout, () => process.stderr);
console.Console = Console;
Object.defineProperty(console, Symbol.toStringTag, { value: 'console', configurable: true });
module.exports = console;
