'use strict';
// async_hooks: no hooks, but the classes that programs extend or run code in.
const EventEmitter = require('events');
class AsyncResource {
  constructor(type) { this.type = type; }
  runInAsyncScope(f, self, ...args) { return f.apply(self, args); }
  emitDestroy() { return this; }
  asyncId() { return 1; }
  triggerAsyncId() { return 0; }
  bind(f) { return f.bind(undefined); }
  static bind(f) { return f; }
}
class EventEmitterAsyncResource extends EventEmitter {
  constructor(options) { super(options); this.asyncResource = new AsyncResource(options?.name); }
}
class AsyncLocalStorage {
  #store;
  run(store, f, ...args) { const was = this.#store; this.#store = store; try { return f(...args); } finally { this.#store = was; } }
  exit(f, ...args) { return this.run(undefined, f, ...args); }
  getStore() { return this.#store; }
  enterWith(store) { this.#store = store; }
  disable() { this.#store = undefined; }
}
module.exports = { AsyncResource, EventEmitterAsyncResource, AsyncLocalStorage, createHook: () => ({ enable() { return this; }, disable() { return this; } }), executionAsyncId: () => 1, triggerAsyncId: () => 0, executionAsyncResource: () => ({}) };
