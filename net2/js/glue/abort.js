'use strict';
// AbortController and AbortSignal, and the error of the web.
const errors = require('errors');
const { Event, CustomEvent, EventTarget, resists, trusted } = require('event_target');

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
  constructor(key = undefined) {
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
      other.addEventListener('abort', () => AbortSignal.end(s, other.reason), { once: true, [resists]: true });
    }
    return s;
  }
  static end(s, reason) {
    if (s.#aborted) return;
    s.#aborted = true;
    s.#reason = reason;
    s.dispatchEvent(new Event('abort', { [trusted]: true }));
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

const custom = Symbol.for('nodejs.util.inspect.custom');
const shows = (C, fields) => Object.defineProperty(C.prototype, custom, { configurable: true, writable: true, value(depth, options) {
  if (depth < 0) return this;
  const shown = Object.fromEntries(fields.map((name) => [name, this[name]]));
  return `${C.name} ${require('util').inspect(shown, { ...options, depth: options.depth === null ? null : options.depth - 1 })}`;
} });
shows(AbortSignal, ['aborted']);
shows(AbortController, ['signal']);
const visible = { configurable: true, enumerable: true };
for (const name of ['aborted', 'onabort']) Object.defineProperty(AbortSignal.prototype, name, visible);
for (const name of ['signal', 'abort']) Object.defineProperty(AbortController.prototype, name, visible);
for (const C of [AbortSignal, AbortController, DOMException]) {
  Object.defineProperty(C.prototype, Symbol.toStringTag, { value: C.name, configurable: true });
}
module.exports = { globals: { Event, CustomEvent, EventTarget, DOMException, AbortController, AbortSignal } };
