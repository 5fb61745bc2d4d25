'use strict';
// Event, CustomEvent and EventTarget, as Node has them: no tree of targets, so no bubbling either.
const errors = require('errors');
const { checkObject, coded, invalidArgType, missingArgs } = errors;
const custom = Symbol.for('nodejs.util.inspect.custom');
const resists = Symbol('resistStopPropagation'); // of a listener that nobody stops
const trusted = Symbol('trusted');
const nodeStyle = Symbol('nodeStyle'); // a listener that gets a value instead of an event

const wrongThis = (name) => coded(TypeError, 'ERR_INVALID_THIS', `Value of "this" must be of type ${name}`);
const hideDepth = (options) => ({ ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth });
const enumerable = (C) => {
  for (const name of Object.getOwnPropertyNames(C.prototype)) if (name !== 'constructor') Object.defineProperty(C.prototype, name, { enumerable: true });
  Object.defineProperty(C.prototype, Symbol.toStringTag, { value: C.name, configurable: true });
};

class Event {
  #type; #bubbles; #cancelable; #composed; #trusted;
  #prevented = false; #stopped = false; #halted = false; #target = null; #dispatching = false;
  #time = native.hrtime() / 1e6;
  constructor(type, options = undefined) {
    if (arguments.length === 0) throw missingArgs('type');
    if (options != null) checkObject('options', options);
    this.#bubbles = !!options?.bubbles;
    this.#cancelable = !!options?.cancelable;
    this.#composed = !!options?.composed;
    this.#trusted = !!options?.[trusted];
    this.#type = `${type}`;
  }
  static #check(e) { if (e === null || typeof e !== 'object' || !(#type in e)) throw wrongThis('Event'); return e; }
  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw missingArgs('type');
    if (Event.#check(this).#dispatching) return;
    this.#type = `${type}`;
    this.#bubbles = !!bubbles;
    this.#cancelable = !!cancelable;
  }
  stopImmediatePropagation() { Event.#check(this).#stopped = this.#halted = true; }
  preventDefault() { Event.#check(this).#prevented = true; }
  get target() { return Event.#check(this).#target; }
  get currentTarget() { return Event.#check(this).#dispatching ? this.#target : null; }
  get srcElement() { return Event.#check(this).#target; }
  get type() { return Event.#check(this).#type; }
  get cancelable() { return Event.#check(this).#cancelable; }
  get defaultPrevented() { return Event.#check(this).#cancelable && this.#prevented; }
  get timeStamp() { return Event.#check(this).#time; }
  composedPath() { return Event.#check(this).#dispatching ? [this.#target] : []; }
  get returnValue() { return !(Event.#check(this).#cancelable && this.#prevented); }
  get bubbles() { return Event.#check(this).#bubbles; }
  get composed() { return Event.#check(this).#composed; }
  get eventPhase() { return Event.#check(this).#dispatching ? Event.AT_TARGET : Event.NONE; }
  get cancelBubble() { return Event.#check(this).#stopped; }
  set cancelBubble(v) { if (v) Event.#check(this).#stopped = true; }
  stopPropagation() { Event.#check(this).#stopped = true; }
  get isTrusted() { return Event.#check(this).#trusted; }
  [custom](depth, options) {
    Event.#check(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    const shown = { type: this.#type, defaultPrevented: this.#prevented, cancelable: this.#cancelable, timeStamp: this.#time };
    return `${name} ${require('util').inspect(shown, hideDepth(options))}`;
  }
  // What only a target does.
  static state = {
    begin(e, target) { e.#target = target; e.#dispatching = true; },
    end(e) { e.#dispatching = false; },
    dispatching: (e) => e.#dispatching,
    halted: (e) => e.#halted,
  };
}
const { state } = Event;
delete Event.state;
enumerable(Event);
['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].forEach((name, value) => Object.defineProperty(Event, name, { value, enumerable: true }));

class CustomEvent extends Event {
  #detail;
  constructor(type, options = {}) {
    if (arguments.length === 0) throw missingArgs('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }
  get detail() {
    if (this === null || typeof this !== 'object' || !(#detail in this)) throw wrongThis('CustomEvent');
    return this.#detail;
  }
}
enumerable(CustomEvent);

// A listener in the list of a target. Who is removed still knows who is next: it may be running.
class Listener {
  removed = false;
  next = undefined;
  constructor(listener, o) {
    this.listener = listener;
    this.once = !!o.once;
    this.capture = !!o.capture;
    this.passive = !!o.passive;
    this.nodeStyle = !!o[nodeStyle];
    this.resists = !!o[resists];
    this.callback = typeof listener === 'function' ? listener : async (...args) => { if (listener.handleEvent) await listener.handleEvent(...args); };
  }
  is(listener, capture) { return this.listener === listener && this.capture === capture; }
}

function isListener(v) {
  if (v == null) return false;
  if (typeof v === 'function' || typeof v === 'object') return true;
  throw invalidArgType('listener', 'an instance of EventListener', v);
}

const throwLater = (err) => { process.nextTick(() => { throw err; }); };

class EventTarget {
  #lists = new Map(); // by type: the first listener, how many there are, whether one resists
  #limit = require('events').defaultMaxListeners ?? 10;
  #warned = false;
  static #check(t) { if (t === null || typeof t !== 'object' || !(#lists in t)) throw wrongThis('EventTarget'); return t; }

  addEventListener(type, listener, options) {
    EventTarget.#check(this);
    if (arguments.length < 2) throw missingArgs('type', 'listener');
    if (typeof options === 'boolean') options = { capture: options };
    else if (options != null && typeof options !== 'object' && typeof options !== 'function') throw invalidArgType('options', 'of type object', options);
    options ??= {};
    const { signal } = options;
    if (signal !== undefined) errors.checkSignal('options.signal', signal);
    const entry = isListener(listener) ? new Listener(listener, options) : undefined;
    if (signal?.aborted) return;
    if (!entry) return void this.#warnAbout(type, listener);
    signal?.addEventListener('abort', () => this.removeEventListener(type, listener, { capture: entry.capture }), { once: true, [resists]: true });
    type = `${type}`;
    let list = this.#lists.get(type);
    if (!list) this.#lists.set(type, list = { first: undefined, size: 0, resists: false });
    let last;
    for (let l = list.first; l; l = l.next) {
      if (l.is(listener, entry.capture)) return;
      last = l;
    }
    if (last) last.next = entry; else list.first = entry;
    list.size++;
    list.resists ||= entry.resists;
    this.#warnOfLeak(type, list.size);
  }

  removeEventListener(type, listener, options) {
    EventTarget.#check(this);
    if (arguments.length < 2) throw missingArgs('type', 'listener');
    if (!isListener(listener)) return;
    const capture = typeof options === 'boolean' ? false : options?.capture === true;
    const list = this.#lists.get(`${type}`);
    for (let l = list?.first; l; l = l.next) if (l.is(listener, capture)) return void this.#remove(`${type}`, list, l);
  }

  #remove(type, list, entry) {
    entry.removed = true;
    if (list.first === entry) list.first = entry.next;
    for (let l = list.first; l; l = l.next) if (l.next === entry) l.next = entry.next;
    if (--list.size === 0) this.#lists.delete(type);
  }

  dispatchEvent(event) {
    EventTarget.#check(this);
    if (arguments.length < 1) throw missingArgs('event');
    if (!(event instanceof Event)) throw invalidArgType('event', 'an instance of Event', event);
    if (state.dispatching(event)) throw coded(Error, 'ERR_EVENT_RECURSION', `The event "${event.type}" is already being dispatched`);
    state.begin(event, this);
    this.#run(event.type, () => event, event);
    state.end(event);
    return !event.defaultPrevented;
  }

  // run calls the listeners. eventOf makes the event when somebody wants one; value is what those of Node's style get.
  #run(type, eventOf, value) {
    const list = this.#lists.get(type);
    let event;
    for (let l = list?.first, next; l; l = next) {
      next = l.next;
      const halted = event !== undefined && state.halted(event);
      if (halted && !list.resists && !l.passive) return;
      if (l.removed || halted && !l.resists) continue;
      if (l.once) this.#remove(type, list, l);
      try {
        if (!l.nodeStyle) event ??= eventOf();
        const result = l.callback.call(this, l.nodeStyle ? value : event);
        if (!l.nodeStyle) state.end(event);
        if (typeof result?.then === 'function') result.then(undefined, throwLater);
      } catch (err) {
        throwLater(err);
      }
    }
  }

  #warnAbout(type, listener) {
    process.emitWarning(Object.assign(new Error(`addEventListener called with ${listener} which has no effect.`), { name: 'AddEventListenerArgumentTypeWarning', target: this, type }));
  }
  #warnOfLeak(type, count) {
    if (this.#limit <= 0 || count <= this.#limit || this.#warned) return;
    this.#warned = true;
    const text = `Possible EventTarget memory leak detected. ${count} ${type} listeners added to ${require('util').inspect(this, { depth: -1 })}. MaxListeners is ${this.#limit}. Use events.setMaxListeners() to increase limit`;
    process.emitWarning(Object.assign(new Error(text), { name: 'MaxListenersExceededWarning', target: this, type, count }));
  }
  [custom](depth, options) {
    EventTarget.#check(this);
    const { name } = this.constructor;
    return depth < 0 ? name : `${name} ${require('util').inspect({}, hideDepth(options))}`;
  }

  // What Node's own modules may do with a target.
  static inside = {
    listeners(t, type) { const out = []; for (let l = t.#lists.get(`${type}`)?.first; l; l = l.next) out.push(l.listener); return out; },
    types: (t) => [...t.#lists.keys()],
    clear(t, type) { if (type === undefined) t.#lists.clear(); else t.#lists.delete(`${type}`); },
    limit: (t) => t.#limit,
    setLimit(t, n) { t.#limit = n; t.#warned = false; },
    emit(t, type, value) {
      let event;
      t.#run(type, () => { event = new CustomEvent(type, { detail: value }); state.begin(event, t); return event; }, value);
      if (event) state.end(event);
    },
    is: (t) => t !== null && typeof t === 'object' && #lists in t,
  };
}
const { inside } = EventTarget;
delete EventTarget.inside;
enumerable(EventTarget);

// NodeEventTarget is a target that can be used like an emitter.
class NodeEventTarget extends EventTarget {
  #node = true;
  static defaultMaxListeners = 10;
  static #check(t) { if (t === null || typeof t !== 'object' || !(#node in t)) throw wrongThis('NodeEventTarget'); return t; }
  setMaxListeners(n) { require('events').setMaxListeners(n, NodeEventTarget.#check(this)); }
  getMaxListeners() { return inside.limit(NodeEventTarget.#check(this)); }
  eventNames() { return inside.types(NodeEventTarget.#check(this)); }
  listenerCount(type) { return inside.listeners(NodeEventTarget.#check(this), type).length; }
  off(type, listener, options) { NodeEventTarget.#check(this).removeEventListener(type, listener, options); return this; }
  removeListener(type, listener, options) { NodeEventTarget.#check(this).removeEventListener(type, listener, options); return this; }
  on(type, listener) { NodeEventTarget.#check(this).addEventListener(type, listener, { [nodeStyle]: true }); return this; }
  addListener(type, listener) { NodeEventTarget.#check(this).addEventListener(type, listener, { [nodeStyle]: true }); return this; }
  once(type, listener) { NodeEventTarget.#check(this).addEventListener(type, listener, { once: true, [nodeStyle]: true }); return this; }
  emit(type, value) {
    NodeEventTarget.#check(this);
    errors.checkString('type', type);
    const heard = this.listenerCount(type) > 0;
    inside.emit(this, type, value);
    return heard;
  }
  removeAllListeners(type) { inside.clear(NodeEventTarget.#check(this), type); return this; }
}
enumerable(NodeEventTarget);

module.exports = { Event, CustomEvent, EventTarget, NodeEventTarget, inside, resists, trusted };
