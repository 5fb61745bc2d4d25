'use strict';
// assert, as far as programs go. The conformance runner puts Node's own in its place.
const { inspect, isDeepStrictEqual } = require('util');

class AssertionError extends Error {
  constructor({ message, actual, expected, operator }) {
    super(message);
    Object.assign(this, { generatedMessage: false, code: 'ERR_ASSERTION', actual, expected, operator });
  }
  get name() { return 'AssertionError'; }
}
function fail(message, fallback, actual, expected, operator) {
  if (message instanceof Error) throw message;
  throw new AssertionError({ message: message ?? fallback, actual, expected, operator });
}
function assert(v, message) { if (!v) fail(message, 'The expression evaluated to a falsy value', v, true, '=='); }
const not = (a, b) => `Expected ${inspect(a)} to be ${inspect(b)}`;
function matches(err, expected) {
  if (expected === undefined) return true;
  if (expected instanceof RegExp) return expected.test(String(err));
  if (typeof expected === 'function') return expected.prototype !== undefined && err instanceof expected || expected.call({}, err) === true;
  return Object.keys(expected).every((k) => expected[k] instanceof RegExp ? expected[k].test(err[k]) : isDeepStrictEqual(err[k], expected[k]));
}
Object.assign(assert, {
  AssertionError, ok: assert,
  equal(a, b, m) { if (!(a == b || a !== a && b !== b)) fail(m, not(a, b), a, b, '=='); }, // eslint-disable-line eqeqeq
  notEqual(a, b, m) { if (a == b) fail(m, not(a, b), a, b, '!='); }, // eslint-disable-line eqeqeq
  strictEqual(a, b, m) { if (!Object.is(a, b)) fail(m, not(a, b), a, b, 'strictEqual'); },
  notStrictEqual(a, b, m) { if (Object.is(a, b)) fail(m, not(a, b), a, b, 'notStrictEqual'); },
  deepStrictEqual(a, b, m) { if (!isDeepStrictEqual(a, b)) fail(m, not(a, b), a, b, 'deepStrictEqual'); },
  notDeepStrictEqual(a, b, m) { if (isDeepStrictEqual(a, b)) fail(m, not(a, b), a, b, 'notDeepStrictEqual'); },
  deepEqual(a, b, m) { assert.deepStrictEqual(a, b, m); },
  match(s, re, m) { if (!re.test(s)) fail(m, `${inspect(s)} does not match ${re}`, s, re, 'match'); },
  fail(m = 'Failed') { fail(m, m); },
  ifError(err) { if (err !== null && err !== undefined) throw err; },
  throws(f, expected, m) {
    try { f(); } catch (err) { if (!matches(err, expected)) throw err; return; }
    fail(typeof expected === 'string' ? expected : m, 'Missing expected exception.');
  },
  doesNotThrow(f) { f(); },
  async rejects(p, expected, m) {
    try { await (typeof p === 'function' ? p() : p); } catch (err) { if (!matches(err, expected)) throw err; return; }
    fail(m, 'Missing expected rejection.');
  },
});
assert.strict = assert;
module.exports = assert;
