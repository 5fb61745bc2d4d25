'use strict';
// EventTarget, Event, AbortController: as much of the web as Node's own modules need.
const listeners = Symbol.for('nodenet.listeners');
const resists = Symbol.for('nodenet.resists'); // a listener that nobody stops
const errors = require('errors');

class Event {
  #stopped = false;
  constructor(type, options) {
    if (arguments.length === 0) throw errors.missingArgs('type');
    this.type = `${type}`;
    this.cancelable = !!options?.cancelable;
    this.bubbles = !!options?.bubbles;
    this.defaultPrevented = false;
    this.target = null;
    this.timeStamp = native.hrtime() / 1e6;
    this.isTrusted = false;
  }
  preventDefault() { if (this.cancelable) this.defaultPrevented = true; }
  stopPropagation() { this.cancelBubble = true; }
  composedPath() { return this.target ? [this.target] : []; }
  initEvent() {}
  get eventPhase() { return this.target ? 2 : 0; }
  get returnValue() { return !this.defaultPrevented; }
  get composed() { return false; }
  stopImmediatePropagation() { this.#stopped = true; }
  get currentTarget() { return this.target; }
  get srcElement() { return this.target; }
  static stopped(e) { return e.#stopped; }
}

class CustomEvent extends Event {
  #detail;
  constructor(type, options) { super(...arguments.length ? [type, options] : []); this.#detail = options?.detail ?? null; }
  get detail() { return this.#detail; }
}

class EventTarget {
  #list = new Map();
  addEventListener(type, listener, options) {
    if (listener == null) return;
    if (typeof listener !== 'function' && typeof listener !== 'object') throw errors.invalidArgType('listener', 'an instance of EventListener', listener);
    const once = typeof options === 'object' && !!options?.once;
    const signal = options?.signal;
    if (signal?.aborted) return;
    signal?.addEventListener('abort', () => this.removeEventListener(type, listener), { once: true });
    const list = this.#list.get(type) ?? [];
    if (!list.some((x) => x.listener === listener)) this.#list.set(type, [...list, { listener, once, resists: !!options?.[resists] }]);
  }
  removeEventListener(type, listener) {
    const list = this.#list.get(type);
    if (list) this.#list.set(type, list.filter((x) => x.listener !== listener));
  }
  dispatchEvent(event) {
    if (!(event instanceof Event)) throw errors.invalidArgType('event', 'an instance of Event', event);
    event.target = this;
    for (const x of this.#list.get(event.type) ?? []) {
      if (Event.stopped(event) && !x.resists) continue;
      if (x.once) this.removeEventListener(event.type, x.listener);
      try {
        const result = typeof x.listener === 'function' ? x.listener.call(this, event) : x.listener.handleEvent?.(event);
        if (typeof result?.then === 'function') result.then(undefined, (err) => process.nextTick(() => { throw err; }));
      } catch (err) {
        process.nextTick(() => { throw err; });
      }
    }
    return !event.defaultPrevented;
  }
  [listeners](type) { return (this.#list.get(type) ?? []).map((x) => x.listener); }
}

class DOMException extends Error {
  #name;
  constructor(message = '', options = 'Error') {
    super(message, typeof options === 'object' && 'cause' in options ? { cause: options.cause } : undefined);
    this.#name = typeof options === 'object' ? options.name ?? 'Error' : `${options}`;
  }
  get name() { return this.#name; }
  get code() { return { AbortError: 20, TimeoutError: 23, DataCloneError: 25 }[this.#name] ?? 0; }
}

const making = Symbol('making');
class AbortSignal extends EventTarget {
  #aborted = false;
  #reason = undefined;
  #on = null;
  constructor(key) {
    if (key !== making) throw errors.coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    super();
  }
  get aborted() { return this.#aborted; }
  get reason() { return this.#reason; }
  get onabort() { return this.#on; }
  set onabort(f) {
    if (this.#on) this.removeEventListener('abort', this.#on);
    this.#on = f;
    if (f) this.addEventListener('abort', f);
  }
  throwIfAborted() { if (this.#aborted) throw this.#reason; }
  static abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
    const s = new AbortSignal(making);
    s.#aborted = true;
    s.#reason = reason;
    return s;
  }
  static timeout(ms) {
    const s = new AbortSignal(making);
    require('timers').setTimeout(() => AbortSignal.end(s, new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms).unref();
    return s;
  }
  static any(signals) {
    const s = new AbortSignal(making);
    for (const other of signals) {
      if (other.aborted) return AbortSignal.abort(other.reason);
      other.addEventListener('abort', () => AbortSignal.end(s, other.reason), { once: true });
    }
    return s;
  }
  static end(s, reason) {
    if (s.#aborted) return;
    s.#aborted = true;
    s.#reason = reason;
    s.dispatchEvent(new Event('abort'));
  }
}
const end = AbortSignal.end;
delete AbortSignal.end;

class AbortController {
  #signal = new AbortSignal(making);
  get signal() { return this.#signal; }
  abort(reason = new DOMException('This operation was aborted', 'AbortError')) { end(this.#signal, reason); }
}
Object.defineProperty(AbortSignal, 'end', { value: end, enumerable: false });

for (const C of [Event, CustomEvent, EventTarget, AbortSignal, AbortController, DOMException]) {
  Object.defineProperty(C.prototype, Symbol.toStringTag, { value: C.name, configurable: true });
}
module.exports = { globals: { Event, CustomEvent, EventTarget, DOMException, AbortController, AbortSignal } };
