'use strict';
// perf_hooks: the clock, marks and measures, and observers of these and of connections (type net).
const errors = require('errors');
const kOwn = Symbol('own');
const now = () => native.hrtime() / 1e6;
const timeOrigin = Date.now() - now();
const timeline = { mark: [], measure: [] };
const observers = new Map(); // to the types that they observe
const supported = ['function', 'mark', 'measure', 'net'];

class PerformanceEntry {
  constructor(own, name, entryType, startTime, duration, detail) {
    if (own !== kOwn) throw errors.coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    for (const [k, value] of Object.entries({ name, entryType, startTime, duration, detail })) Object.defineProperty(this, k, { value, enumerable: true, configurable: true });
  }
  toJSON() { return { name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration, detail: this.detail }; }
}
class PerformanceNodeEntry extends PerformanceEntry {}
class PerformanceMark extends PerformanceEntry {
  constructor(name, options = {}) {
    if (arguments.length === 0) throw errors.missingArgs(['name']);
    errors.checkObject('options', options);
    const at = options.startTime ?? now();
    errors.checkNumber('startTime', at);
    if (at < 0) throw errors.coded(TypeError, 'ERR_PERFORMANCE_INVALID_TIMESTAMP', `${at} is not a valid timestamp`);
    super(kOwn, `${name}`, 'mark', at, 0, options.detail == null ? null : structuredClone(options.detail));
  }
}
class PerformanceMeasure extends PerformanceEntry {}

const byTime = (list) => list.sort((a, b) => a.startTime - b.startTime);
const all = () => byTime([...timeline.mark, ...timeline.measure]);
const ofType = (entries, type) => entries.filter((entry) => entry.entryType === type);
const ofName = (entries, name, type) => entries.filter((entry) => entry.name === name && (type === undefined || entry.entryType === type));

class PerformanceObserverEntryList {
  #entries;
  constructor(entries) { this.#entries = byTime(entries); }
  getEntries() { return [...this.#entries]; }
  getEntriesByType(type) { return ofType(this.#entries, type); }
  getEntriesByName(name, type) { return ofName(this.#entries, name, type); }
}

function add(entry) {
  timeline[entry.entryType]?.push(entry);
  for (const [observer, types] of observers) if (types.has(entry.entryType)) observer[kOwn](entry);
  return entry;
}

class PerformanceObserver {
  #callback; #types = new Set(); #buffer = []; #mode; #queued = false;
  constructor(callback) { errors.checkFunction('callback', callback); this.#callback = callback; }
  static get supportedEntryTypes() { return [...supported]; }
  observe(options = {}) {
    errors.checkObject('options', options);
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined) throw errors.missingArgs(['options.entryTypes', 'options.type']);
    if (entryTypes != null && type != null) throw errors.invalidArgValue('options.entryTypes', entryTypes, 'options.entryTypes can not set with options.type together');
    const mode = entryTypes ? 'multiple' : 'single';
    if (this.#mode && this.#mode !== mode) throw Object.assign(new Error(`PerformanceObserver can not change to ${mode} observation`), { name: 'InvalidModificationError', code: 13 });
    this.#mode = mode;
    if (mode === 'multiple') this.#types = new Set(entryTypes.filter((t) => supported.includes(t)));
    else if (supported.includes(type)) {
      this.#types.add(type);
      if (buffered) for (const entry of timeline[type] ?? []) this[kOwn](entry);
    }
    if (this.#types.size) observers.set(this, this.#types); else this.disconnect();
    watchNet();
  }
  disconnect() { observers.delete(this); this.#buffer = []; this.#types.clear(); this.#mode = undefined; watchNet(); }
  takeRecords() { return this.#buffer.splice(0); }
  [kOwn](entry) {
    this.#buffer.push(entry);
    if (this.#queued) return;
    this.#queued = true;
    setImmediate(() => {
      this.#queued = false;
      const entries = this.takeRecords();
      if (entries.length) this.#callback.call(this, new PerformanceObserverEntryList(entries), this);
    }).unref();
  }
}

// While somebody observes net, every connection is timed, from the attempt that succeeds to `connect`.
function watchNet() {
  const wanted = [...observers.values()].some((types) => types.has('net'));
  require('net')._timed(wanted ? timed : null);
}
function timed(socket) {
  let attempt;
  const stop = native.watchSocket(socket, 'connectionAttempt', (host, port, family) => { attempt = { at: now(), host, port, family }; });
  const stopConnect = native.watchSocket(socket, 'connect', () => {
    stop();
    stopConnect();
    const { at, host, port, family } = attempt ?? {};
    if (family) add(new PerformanceNodeEntry(kOwn, 'connect', 'net', at, now() - at, { host, port }));
  });
}

function timeOf(v) {
  if (typeof v === 'number') return v;
  const mark = [...timeline.mark].reverse().find((m) => m.name === `${v}`);
  if (!mark) throw Object.assign(new Error(`The "${v}" performance mark has not been set`), { name: 'SyntaxError', code: 12 });
  return mark.startTime;
}

class Performance {
  constructor(own) { if (own !== kOwn) throw errors.coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
  get timeOrigin() { return timeOrigin; }
  now() { return now(); }
  mark(name, options) { return add(arguments.length ? new PerformanceMark(name, options) : new PerformanceMark()); }
  measure(name, startOrOptions, endMark) {
    errors.checkString('name', name);
    const o = typeof startOrOptions === 'object' && startOrOptions !== null ? startOrOptions : { start: startOrOptions, end: endMark };
    const length = o.duration;
    const end = o.end !== undefined ? timeOf(o.end) : o.start !== undefined && length !== undefined ? timeOf(o.start) + length : now();
    const start = o.start !== undefined ? timeOf(o.start) : length !== undefined ? end - length : 0;
    return add(new PerformanceMeasure(kOwn, name, 'measure', start, end - start, o.detail == null ? null : structuredClone(o.detail)));
  }
  clearMarks(name) { timeline.mark = name === undefined ? [] : timeline.mark.filter((entry) => entry.name !== `${name}`); }
  clearMeasures(name) { timeline.measure = name === undefined ? [] : timeline.measure.filter((entry) => entry.name !== `${name}`); }
  getEntries() { return all(); }
  getEntriesByType(type) { return ofType(all(), type); }
  getEntriesByName(name, type) { return ofName(all(), name, type); }
  timerify(f) {
    errors.checkFunction('fn', f);
    return function timerified(...args) {
      const at = now();
      const result = new.target ? Reflect.construct(f, args, f) : Reflect.apply(f, this, args);
      add(new PerformanceNodeEntry(kOwn, f.name, 'function', at, now() - at, args));
      return result;
    };
  }
  toJSON() { return { timeOrigin }; }
}

module.exports = {
  PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList,
  performance: new Performance(kOwn), constants: {},
};
