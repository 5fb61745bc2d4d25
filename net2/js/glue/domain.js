'use strict';
// domain: errors of emitters and of callbacks go to the domain that they began in. Deprecated in Node, and used still.
const EventEmitter = require('events');
const errors = require('errors');
if (process.hasUncaughtExceptionCaptureCallback()) throw errors.coded(Error, 'ERR_DOMAIN_CALLBACK_NOT_AVAILABLE', 'A callback was registered through process.setUncaughtExceptionCaptureCallback(), which is mutually exclusive with using the `domain` module');

let stack = []; // the domains that were entered, the active one last
let active = null;
const domain = module.exports;
const hide = (o, value) => Object.defineProperty(o, 'domain', { value, writable: true, configurable: true, enumerable: false });

// activate makes d the domain that callbacks and emitters begin in.
function activate(d) {
  active = d;
  native.setDomain(d ?? undefined);
}
Object.defineProperty(process, 'domain', { configurable: true, enumerable: true, get: () => active, set: activate });
Object.defineProperty(domain, 'active', { configurable: true, enumerable: true, get: () => active, set: activate });
Object.defineProperty(domain, '_stack', { configurable: true, enumerable: true, get: () => stack });

const { setUncaughtExceptionCaptureCallback: capture } = process;
process.setUncaughtExceptionCaptureCallback = () => {
  throw errors.coded(Error, 'ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE', 'The `domain` module is in use, which is mutually exclusive with calling process.setUncaughtExceptionCaptureCallback()');
};

// An uncaught exception is the active domain's, if one of those that were entered listens for errors.
function recapture() {
  const listens = stack.some((d) => d.listenerCount('error') > 0);
  capture(listens ? (err) => active._errorHandler(err) : null);
}

function clear() {
  stack.length = 0;
  activate(null);
  recapture();
}

// Who listens for uncaught exceptions himself is called outside of all domains.
process.on('newListener', (name, listener) => {
  if (name !== 'uncaughtException' || listener === clear) return;
  process.removeListener(name, clear);
  process.prependListener(name, clear);
});
process.on('removeListener', (name, listener) => {
  if (name !== 'uncaughtException' || listener === clear) return;
  const list = process.listeners(name);
  if (list.length === 1 && list[0] === clear) process.removeListener(name, clear);
});

class Domain extends EventEmitter {
  constructor() {
    super();
    this.members = [];
    this.on('removeListener', recapture);
    this.on('newListener', recapture);
  }

  enter() {
    stack.push(this);
    activate(this);
    recapture();
  }
  exit() {
    const i = stack.lastIndexOf(this);
    if (i === -1) return;
    stack.splice(i);
    activate(stack.at(-1));
    recapture();
  }
  run(f, ...args) { return inside(this, f, this, args); }
  bind(f) {
    const d = this;
    return hide(function(...args) { return inside(d, f, this, args); }, d);
  }
  intercept(f) {
    const d = this;
    return function(err, ...args) {
      if (!(err instanceof Error)) return inside(d, f, this, args);
      err.domainBound = f;
      err.domainThrown = false;
      hide(err, d);
      d.emit('error', err);
    };
  }
  add(member) {
    if (member.domain === this) return;
    member.domain?.remove(member);
    if (this.domain && member instanceof Domain) for (let d = this.domain; d; d = d.domain) if (d === member) return;
    hide(member, this);
    this.members.push(member);
  }
  remove(member) {
    member.domain = null;
    const i = this.members.indexOf(member);
    if (i !== -1) this.members.splice(i, 1);
  }

  // _errorHandler takes an exception that was thrown inside. Its own listeners are called outside.
  _errorHandler(err) {
    if (typeof err === 'object' && err !== null || typeof err === 'function') {
      hide(err, this);
      err.domainThrown = true;
    }
    while (active === this) this.exit();
    let caught = false;
    if (stack.length === 0) {
      if (this.listenerCount('error') > 0) {
        capture(null);
        try { caught = this.emit('error', err); } finally { recapture(); }
      }
    } else {
      try {
        caught = this.emit('error', err);
      } catch (again) {
        recapture();
        if (stack.length === 0) throw again;
        activate(stack.at(-1));
        caught = active._errorHandler(again);
      }
    }
    clear();
    return caught;
  }
}

// inside calls f in a domain. If it throws, the domain stays entered: the exception is its own.
function inside(d, f, self, args) {
  d.enter();
  const result = f.apply(self, args);
  d.exit();
  return result;
}

// Callbacks run in the domain that was active when they were asked for.
native.onDomain((d) => d.enter(), (d) => d.exit());

// Emitters belong to the domain that they are made in.
const { init } = EventEmitter;
EventEmitter.init = function(options) {
  hide(this, active && !(this instanceof Domain) ? active : null);
  return init.call(this, options);
};
EventEmitter.usingDomains = true;
const { emit } = EventEmitter.prototype;
EventEmitter.prototype.emit = function(type, ...args) {
  const d = this.domain;
  if (d === null || d === undefined || this === process || type === 'error' && this.listenerCount(type) > 0) return emit.call(this, type, ...args);
  if (type !== 'error') return inside(d, emit, this, [type, ...args]);
  const err = args[0] || errors.coded(Error, 'ERR_UNHANDLED_ERROR', 'Unhandled error. (undefined)');
  if (typeof err === 'object') {
    err.domainEmitter = this;
    hide(err, d);
    err.domainThrown = false;
  }
  outside(() => d.emit('error', err));
  return false;
};

// outside calls f without the active domain: what its error handler does is not its own affair again.
function outside(f) {
  const entered = stack, was = active;
  let n = stack.length;
  while (n > 0 && stack[n - 1] === active) n--;
  stack = stack.slice(0, n);
  activate(stack.at(-1) ?? null);
  recapture();
  f();
  stack = entered;
  activate(was);
  recapture();
}

domain.Domain = Domain;
domain.create = domain.createDomain = () => new Domain();
errors.hidden(domain, '_join', (emitter) => { hide(emitter, active); });
