'use strict';
// map, filter, reduce and the others of Readable, on async iterators written by hand.
const errors = require('errors');
const { AbortError, checkFunction, checkObject, checkSignal, checkInteger } = errors;
const { each } = require('iterators');
const { serial } = require('stream_iterator');
const kEmpty = Symbol('empty');

function checkOptions(options) {
  if (options != null) checkObject('options', options);
  if (options?.signal != null) checkSignal('options.signal', options.signal);
}
const abortError = (signal) => new AbortError(undefined, { cause: signal.reason });
function toCount(n) {
  n = Number(n);
  if (Number.isNaN(n)) return 0;
  if (n < 0) throw errors.outOfRange('number', '>= 0', n);
  return n;
}

// map starts several calls at once and gives their results in order.
function map(fn, options) {
  checkFunction('fn', fn);
  checkOptions(options);
  const concurrency = options?.concurrency != null ? Math.floor(options.concurrency) : 1;
  const high = options?.highWaterMark != null ? Math.floor(options.highWaterMark) : concurrency - 1;
  checkInteger('options.concurrency', concurrency, 1);
  checkInteger('options.highWaterMark', high, 0);
  const source = this, limit = high + concurrency;
  const controller = new AbortController();
  const outer = options?.signal;
  const stopped = () => controller.abort();
  if (outer) { if (outer.aborted) controller.abort(outer.reason); else outer.addEventListener('abort', stopped, { once: true }); }
  const { signal } = controller;
  const queue = [];
  let wake = null, resume = null, done = false, running = 0, begun = false;
  const stir = () => { const f = wake; wake = null; f?.(); };
  const room = () => { if (resume && !done && running < concurrency && queue.length < limit) { const f = resume; resume = null; f(); } };
  const settled = () => { running--; room(); };
  const failed = () => { done = true; settled(); };
  async function pump() {
    try {
      await each(source, async (v) => {
        if (done) return false;
        if (signal.aborted) throw outer?.aborted ? abortError(outer) : new AbortError();
        let p;
        try { p = fn(v, { signal }); if (p === kEmpty) return; p = Promise.resolve(p); } catch (err) { p = Promise.reject(err); }
        running++;
        p.then(settled, failed);
        queue.push(p);
        stir();
        if (!done && (queue.length >= limit || running >= concurrency)) await new Promise((resolve) => { resume = resolve; });
      });
      queue.push(kEmpty);
    } catch (err) {
      const p = Promise.reject(err);
      p.then(settled, failed);
      queue.push(p);
    } finally {
      done = true;
      stir();
    }
  }
  return serial(async () => {
    if (!begun) { begun = true; pump(); }
    for (;;) {
      while (queue.length > 0) {
        const v = await queue[0];
        if (signal.aborted) throw outer?.aborted ? abortError(outer) : new AbortError();
        if (v === kEmpty && queue[0] === kEmpty) return { value: undefined, done: true };
        queue.shift();
        room();
        if (v !== kEmpty) return { value: v, done: false };
      }
      await new Promise((resolve) => { wake = resolve; });
    }
  }, () => {
    outer?.removeEventListener('abort', stopped);
    done = true;
    controller.abort();
    const f = resume;
    resume = null;
    f?.();
  });
}

function filter(fn, options) {
  checkFunction('fn', fn);
  return map.call(this, async (v, o) => await fn(v, o) ? v : kEmpty, options);
}

// over iterates, and lets step turn a value into none, or end it all.
function over(source, options, step) {
  let it;
  return serial(async () => {
    if (options?.signal?.aborted) throw abortError(options.signal);
    it ??= source[Symbol.asyncIterator]();
    for (;;) {
      const r = await it.next();
      if (options?.signal?.aborted) throw abortError(options.signal);
      if (r.done) return r;
      const out = step(r.value);
      if (out === kEmpty) continue;
      if (out?.last) { it.return?.(); return out.none ? { value: undefined, done: true } : out; }
      return { value: out, done: false };
    }
  }, () => { it?.return?.(); });
}

function drop(n, options) {
  checkOptions(options);
  n = toCount(n);
  return over(this, options, (v) => n-- > 0 ? kEmpty : v);
}

function take(n, options) {
  checkOptions(options);
  n = toCount(n);
  let it, over = false;
  const source = this;
  return serial(async () => {
    if (options?.signal?.aborted) throw abortError(options.signal);
    if (over || n <= 0) { it?.return?.(); return { value: undefined, done: true }; }
    it ??= source[Symbol.asyncIterator]();
    const r = await it.next();
    if (options?.signal?.aborted) throw abortError(options.signal);
    if (r.done) return r;
    if (--n <= 0) { over = true; it.return?.(); }
    return r;
  }, () => { (it ?? source[Symbol.asyncIterator]()).return?.(); if (!it) source.destroy?.(); });
}

function flatMap(fn, options) {
  const values = map.call(this, fn, options);
  let inner = null;
  return serial(async () => {
    for (;;) {
      if (inner) {
        const r = await inner.next();
        if (!r.done) return r;
        inner = null;
      }
      const r = await values.next();
      if (r.done) return r;
      inner = require('iterators').of(r.value);
    }
  }, () => { values.return(); });
}

function asIndexedPairs(options) {
  checkOptions(options);
  let i = 0;
  return over(this, options, (v) => [i++, v]);
}

async function forEach(fn, options) {
  checkFunction('fn', fn);
  await each(map.call(this, async (v, o) => { await fn(v, o); return kEmpty; }, options), () => {});
}

async function toArray(options) {
  checkOptions(options);
  const list = [];
  await each(this, (v) => {
    if (options?.signal?.aborted) throw abortError(options.signal);
    list.push(v);
  });
  return list;
}

async function some(fn, options) {
  let found = false;
  await each(filter.call(this, fn, options), () => { found = true; return false; });
  return found;
}

async function every(fn, options) {
  checkFunction('fn', fn);
  return !(await some.call(this, async (...args) => !(await fn(...args)), options));
}

async function find(fn, options) {
  let found;
  await each(filter.call(this, fn, options), (v) => { found = v; return false; });
  return found;
}

async function reduce(fn, initial, options) {
  checkFunction('reducer', fn);
  checkOptions(options);
  let has = arguments.length > 1;
  const { signal } = options ?? {};
  if (signal?.aborted) {
    const err = abortError(signal);
    this.once('error', () => {});
    await new Promise((resolve) => { require('stream_flow').finished(this.destroy(err), () => resolve()); });
    throw err;
  }
  const controller = new AbortController();
  const stop = () => { controller.abort(); this.destroy(); };
  signal?.addEventListener('abort', stop, { once: true });
  let any = false;
  try {
    await each(this, async (v) => {
      any = true;
      if (signal?.aborted) throw abortError(signal);
      if (!has) { initial = v; has = true; } else initial = await fn(initial, v, { signal: controller.signal });
    });
    if (!any && !has) throw errors.coded(TypeError, 'ERR_MISSING_ARGS', 'Reduce of an empty stream requires an initial value');
  } catch (err) {
    if (signal?.aborted) throw abortError(signal);
    throw err;
  } finally {
    controller.abort();
  }
  return initial;
}

module.exports = { streams: { asIndexedPairs, drop, filter, flatMap, map, take }, promises: { every, find, forEach, reduce, some, toArray } };
