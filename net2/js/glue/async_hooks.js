'use strict';
// async_hooks: AsyncLocalStorage and AsyncResource. There are no hooks: nobody tells of resources.
const EventEmitter = require('events');
const errors = require('errors');
let lastId = 1;

function within(context, f, self, args) {
  const was = native.context();
  native.setContext(context);
  try { return f.apply(self, args); } finally { native.setContext(was); }
}

const top = {};
let running = null; // the AsyncResource whose scope is run

class AsyncResource {
  #context = native.context();
  #id = ++lastId;
  #trigger;
  constructor(type, options = {}) {
    errors.checkString('type', type);
    const trigger = typeof options === 'number' ? options : options.triggerAsyncId;
    if (trigger !== undefined && (!Number.isSafeInteger(trigger) || trigger < -1)) throw errors.coded(RangeError, 'ERR_INVALID_ASYNC_ID', `Invalid triggerAsyncId value: ${trigger}`);
    this.#trigger = trigger ?? running?.asyncId() ?? 1;
  }
  runInAsyncScope(f, self, ...args) {
    const was = running;
    running = this;
    try { return within(this.#context, f, self, args); } finally { running = was; }
  }
  emitDestroy() { return this; }
  asyncId() { return this.#id; }
  triggerAsyncId() { return this.#trigger; }
  bind(f, self) {
    errors.checkFunction('fn', f);
    const resource = this;
    const bound = self === undefined ? function(...args) { return resource.runInAsyncScope(f, this, ...args); } : this.runInAsyncScope.bind(this, f, self);
    Object.defineProperty(bound, 'length', { value: f.length, configurable: true });
    Object.defineProperty(bound, 'asyncResource', { value: this, configurable: true, enumerable: true, writable: true });
    return bound;
  }
  static bind(f, type, self) { return new AsyncResource(type || f.name || 'bound-anonymous-fn').bind(f, self); }
}

class EventEmitterAsyncResource extends EventEmitter {
  #resource;
  constructor(options) {
    let name;
    if (typeof options === 'string') [name, options] = [options, undefined];
    else name = options?.name || new.target.name;
    super(options);
    this.#resource = Object.assign(new AsyncResource(name, options), { eventEmitter: this });
  }
  static #of(o) { if (!(#resource in o)) throw errors.coded(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type EventEmitterAsyncResource'); return o.#resource; }
  emit(event, ...args) { return EventEmitterAsyncResource.#of(this).runInAsyncScope(super.emit, this, event, ...args); }
  emitDestroy() { EventEmitterAsyncResource.#of(this).emitDestroy(); }
  get asyncId() { return EventEmitterAsyncResource.#of(this).asyncId(); }
  get triggerAsyncId() { return EventEmitterAsyncResource.#of(this).triggerAsyncId(); }
  get asyncResource() { return EventEmitterAsyncResource.#of(this); }
}

class AsyncLocalStorage {
  #enabled = false;
  static bind(f) { return AsyncResource.bind(f); }
  static snapshot() { return AsyncLocalStorage.bind((f, ...args) => f(...args)); }
  #with(store) {
    this.#enabled = true;
    return new Map(native.context()).set(this, store);
  }
  run(store, f, ...args) {
    if (Object.is(store, this.getStore())) return f.apply(null, args);
    const was = native.context(), mine = this.#with(store);
    native.setContext(mine);
    try { return f.apply(null, args); } finally {
      const now = native.context();
      // What f entered elsewhere stays.
      native.setContext(now === mine || !now ? was : new Map(now).set(this, was?.get(this)));
    }
  }
  enterWith(store) { native.setContext(this.#with(store)); }
  exit(f, ...args) {
    if (!this.#enabled) return f.apply(null, args);
    this.#enabled = false;
    try { return f.apply(null, args); } finally { this.#enabled = true; }
  }
  disable() { this.#enabled = false; }
  getStore() { return this.#enabled ? native.context()?.get(this) : undefined; }
}

module.exports = {
  AsyncResource, AsyncLocalStorage, createHook: () => ({ enable() { return this; }, disable() { return this; } }),
  executionAsyncId: () => running?.asyncId() ?? 1, triggerAsyncId: () => running?.triggerAsyncId() ?? 0, executionAsyncResource: () => running ?? top,
};
errors.hidden(module.exports, 'EventEmitterAsyncResource', EventEmitterAsyncResource);
