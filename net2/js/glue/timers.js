'use strict';
// Node's Timeout and Immediate around the loop's.
const errors = require('errors');
const { checkFunction } = errors;
const maxDelay = 2 ** 31 - 1;
const byId = new Map();
let lastId = 1;
const warned = new Set();

function delayOf(ms) {
  ms *= 1;
  if (ms >= 1 && ms <= maxDelay) return ms;
  const type = ms > maxDelay ? 'TimeoutOverflowWarning' : ms < 0 ? 'TimeoutNegativeWarning' : Number.isNaN(ms) ? 'TimeoutNaNWarning' : null;
  return type ? (warnDelay(type, ms), 1) : 1;
}

function warnDelay(type, ms) {
  if (type !== 'TimeoutOverflowWarning') {
    if (warned.has(type)) return;
    warned.add(type);
  }
  const why = type === 'TimeoutOverflowWarning' ? `${ms} does not fit into a 32-bit signed integer.` : `${ms} is ${type === 'TimeoutNaNWarning' ? 'not a number' : 'a negative number'}.`;
  process.emitWarning(`${why}\nTimeout duration was set to 1.`, type);
}

class Timeout {
  #timer; #args; #id;
  constructor(callback, after, args, repeat) {
    const ms = delayOf(after === undefined ? 1 : after);
    this._idleTimeout = ms;
    this._idlePrev = this;
    this._idleNext = this;
    this._idleStart = native.loopNow();
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = repeat ? ms : null;
    this._destroyed = false;
    this.#start(repeat);
  }
  #start(repeat) {
    this.#timer = native.timerStart(this, repeat ? this.#interval : this.#timeout, Math.trunc(this._idleTimeout), repeat);
  }
  #timeout() {
    const start = this._idleStart;
    try { this.#call(); } finally {
      if (this._repeat) { // became an interval
        if (!this._destroyed) { this._idleTimeout = this._repeat; native.timerClose(this.#timer); this.#start(true); }
      } else if (start === this._idleStart) this.#over();
    }
  }
  #interval() {
    if (this._repeat === null) { // no interval any more
      native.timerClose(this.#timer);
      try { this.#call(); } finally { this.#over(); }
      return;
    }
    this.#call();
    if (this._idleTimeout === -1 || !this._onTimeout) native.timerClose(this.#timer);
  }
  #call() {
    const args = this._timerArgs;
    if (typeof this._onTimeout !== 'function') return;
    if (args) this._onTimeout(...args); else this._onTimeout();
  }
  #over() { this._destroyed = true; if (this.#id) byId.delete(this.#id); }
  ref() { if (#timer in this) native.timerRef(this.#timer); return this; }
  unref() { if (#timer in this) native.timerUnref(this.#timer); return this; }
  hasRef() { return native.timerHasRef(this.#timer); }
  refresh() {
    this._idleStart = native.loopNow() + 0.5;
    if (this._idleTimeout >= 0 && this._onTimeout) { this._destroyed = false; native.timerRefresh(this.#timer); }
    return this;
  }
  close() { clearTimeout(this); return this; }
  [Symbol.dispose]() { clearTimeout(this); }
  [Symbol.toPrimitive]() {
    if (!this.#id) { this.#id = lastId += 1; byId.set(this.#id, this); }
    return this.#id;
  }
  static stop(t) {
    native.timerClose(t.#timer);
    t._idleTimeout = -1;
    t._onTimeout = null;
    t.#over();
  }
  static is(t) { return typeof t === 'object' && t !== null && #timer in t; }
}

class Immediate {
  #immediate;
  constructor(callback, args) {
    this._idleNext = null;
    this._idlePrev = null;
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this.#immediate = native.immediate(this, this.#run);
  }
  #run() {
    this._destroyed = true;
    const args = this._argv;
    try { if (args) this._onImmediate(...args); else this._onImmediate(); } finally { this._onImmediate = null; }
  }
  ref() { native.immediateRef(this.#immediate); return this; }
  unref() { native.immediateUnref(this.#immediate); return this; }
  hasRef() { return native.immediateHasRef(this.#immediate); }
  [Symbol.dispose]() { clearImmediate(this); }
  static stop(im) { native.immediateClear(im.#immediate); im._onImmediate = null; im._destroyed = true; }
  static is(im) { return typeof im === 'object' && im !== null && #immediate in im; }
}

function setTimeout(callback, after, ...args) {
  checkFunction('callback', callback);
  return new Timeout(callback, after, args.length ? args : undefined, false);
}
function setInterval(callback, repeat, ...args) {
  checkFunction('callback', callback);
  return new Timeout(callback, repeat, args.length ? args : undefined, true);
}
function setImmediate(callback, ...args) {
  checkFunction('callback', callback);
  return new Immediate(callback, args.length ? args : undefined);
}
function clearTimeout(timer) {
  if (Timeout.is(timer)) { if (timer._onTimeout) Timeout.stop(timer); } else if (typeof timer === 'number' || typeof timer === 'string') {
    const t = byId.get(+timer);
    if (t) Timeout.stop(t);
  } else if (timer?._onTimeout) { timer._onTimeout = null; }
}
const clearInterval = (timer) => clearTimeout(timer);
function clearImmediate(im) { if (Immediate.is(im) && !im._destroyed) Immediate.stop(im); }

module.exports = {
  setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval,
  _delayOf: delayOf, Timeout, Immediate,
  // The old functions on items of a list.
  enroll(item, ms) { item._idleTimeout = Math.min(Number(ms), maxDelay); },
  unenroll(item) { clearTimeout(item._nodenetTimer); if (Timeout.is(item)) clearTimeout(item); item._idleTimeout = -1; },
  active(item) { activate(item, true); },
  _unrefActive(item) { activate(item, false); },
};

function activate(item, ref) {
  if (!(item._idleTimeout >= 0)) return;
  clearTimeout(item._nodenetTimer);
  const t = setTimeout(() => item._onTimeout?.(), item._idleTimeout);
  if (!ref) t.unref();
  errors.hidden(item, '_nodenetTimer', t);
}
const promises = require('timers_promises');
Object.defineProperty(module.exports, 'promises', { configurable: true, enumerable: true, get: () => promises });
const custom = Symbol.for('nodejs.util.promisify.custom');
for (const [f, name] of [[setTimeout, 'setTimeout'], [setImmediate, 'setImmediate']]) {
  Object.defineProperty(f, custom, { enumerable: true, get: () => promises[name] });
}
