'use strict';
// The engine has no async generators; these are their prototypes, and a way to write one by hand.
const asyncIteratorPrototype = {
  [Symbol.asyncIterator]() { return this; },
};
Object.defineProperty(asyncIteratorPrototype, Symbol.asyncDispose, { value() { return Promise.resolve(this.return?.()).then(() => undefined); }, configurable: true, writable: true });

// of turns what can be iterated into an async iterator.
function of(source) {
  if (typeof source?.[Symbol.asyncIterator] === 'function') return source[Symbol.asyncIterator]();
  if (typeof source?.[Symbol.iterator] === 'function') {
    const it = source[Symbol.iterator]();
    const wrap = async (r) => ({ value: await (await r).value, done: (await r).done });
    return {
      __proto__: asyncIteratorPrototype,
      next: (v) => wrap(it.next(v)),
      return: (v) => it.return ? wrap(it.return(v)) : Promise.resolve({ value: v, done: true }),
      throw: (err) => it.throw ? wrap(it.throw(err)) : Promise.reject(err),
    };
  }
  throw new TypeError(`${String(source)} is not async iterable`);
}

// each calls f with every value; false ends it early.
async function each(source, f) {
  const it = of(source);
  let done = false;
  try {
    for (;;) {
      const r = await it.next();
      if (r.done) { done = true; return r.value; }
      if (await f(r.value) === false) return undefined;
    }
  } catch (err) {
    if (!done) { done = true; try { await it.return?.(); } catch { /* the first error counts */ } }
    throw err;
  } finally {
    if (!done) await it.return?.();
  }
}

module.exports = { asyncIteratorPrototype, each, of };
