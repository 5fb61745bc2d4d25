'use strict';
// Errors with Node's codes, names and messages.
if (!Error.captureStackTrace) {
  Object.defineProperty(Error, 'captureStackTrace', { writable: true, configurable: true, value: function captureStackTrace(target) {
    const lines = String(new Error().stack).split('\n').slice(2);
    const head = target.message ? `${target.name || 'Error'}: ${target.message}` : `${target.name || 'Error'}`;
    Object.defineProperty(target, 'stack', { value: [head, ...lines].join('\n'), writable: true, configurable: true });
  } });
}
if (Error.stackTraceLimit === undefined) Error.stackTraceLimit = 10;

const inspect = (v, o) => require('util').inspect(v, o);
const hidden = (o, name, value) => Object.defineProperty(o, name, { value, writable: true, configurable: true, enumerable: false });

// An error of Node's own shows its code in its stack and toString, but not in its name.
function coded(Base, code, message) {
  const err = new Base(message);
  err.code = code;
  return dress(err, Base.name, code);
}

function dress(err, name, code) {
  const rest = String(err.stack).split('\n').filter((line) => line.startsWith('\tat ') || line.startsWith('    at '));
  hidden(err, 'stack', [`${name} [${code}]: ${err.message}`, ...rest].join('\n'));
  hidden(err, 'toString', function() { return `${this.name} [${code}]: ${this.message}`; });
  return err;
}

function received(v) {
  if (v == null) return ` Received ${v}`;
  if (typeof v === 'function') return ` Received function ${v.name}`;
  if (typeof v === 'object') {
    return v.constructor?.name ? ` Received an instance of ${v.constructor.name}` : ` Received ${inspect(v, { depth: -1 })}`;
  }
  let shown = inspect(v, { colors: false });
  if (shown.length > 28) shown = `${shown.slice(0, 25)}...`;
  return ` Received type ${typeof v} (${shown})`;
}

function invalidArgType(name, must, v) {
  const what = name.endsWith(' argument') ? name : `"${name}" ${name.includes('.') ? 'property' : 'argument'}`;
  return coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The ${what} must be ${must}.${received(v)}`);
}

function invalidArgValue(name, v, reason = 'is invalid') {
  let shown = inspect(v);
  if (shown.length > 128) shown = `${shown.slice(0, 128)}...`;
  const kind = name.includes('.') ? 'property' : 'argument';
  return coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The ${kind} '${name}' ${reason}. Received ${shown}`);
}

const grouped = (v) => {
  let s = String(v), out = '';
  const from = s[0] === '-' ? 1 : 0;
  for (; s.length >= from + 4; s = s.slice(0, -3)) out = `_${s.slice(-3)}${out}`;
  return s + out;
};

function outOfRange(name, range, v) {
  let shown = inspect(v);
  if (typeof v === 'number' && Number.isInteger(v) && Math.abs(v) > 2 ** 32) shown = grouped(v);
  else if (typeof v === 'bigint') shown = `${v > 2n ** 32n || v < -(2n ** 32n) ? grouped(v) : v}n`;
  return coded(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be ${range}. Received ${shown}`);
}

class AbortError extends Error {
  constructor(message = 'The operation was aborted', options) {
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

const lookups = { ENOTFOUND: -3008, EAI_AGAIN: -3001, EAI_FAIL: -3004 };

// fromGo makes the object of an error that our Go packages made.
function fromGo(f) {
  let err;
  if (f.code === 'ABORT_ERR') return new AbortError(f.message, 'cause' in f ? { cause: f.cause } : undefined);
  const Base = { TypeError, RangeError }[f.name] ?? Error;
  if (f.errors) {
    err = new AggregateError(f.errors);
    if (f.message && f.message !== f.errors[0]?.message) hidden(err, 'message', f.message);
  } else {
    err = new Base(f.message);
  }
  const resolving = f.syscall === 'getaddrinfo' && lookups[f.code];
  if (resolving) Object.assign(f, { errno: resolving, hostname: f.message.split(' ')[2] });
  else if (f.cause !== undefined) hidden(err, 'cause', f.cause);
  if (f.code === 'ERR_INVALID_ADDRESS_FAMILY') [f.host, f.address, f.port] = [f.address, '', f.port ?? 0];
  const first = f.syscall === 'listen' ? ['code', 'errno'] : ['errno', 'code']; // as Node happens to set them
  for (const key of [...first, 'syscall', 'address', 'host', 'port', 'hostname']) {
    if (f[key] !== undefined && f[key] !== '') err[key] = f[key];
  }
  if (/^ERR_/.test(f.code)) dress(err, Base.name, f.code);
  return err;
}

function unhandledError(err) {
  if (err instanceof Error) return err;
  let shown;
  try { shown = inspect(err); } catch { shown = err; }
  const e = coded(Error, 'ERR_UNHANDLED_ERROR', arguments.length ? `Unhandled error. (${shown})` : 'Unhandled error. (undefined)');
  e.context = err;
  return e;
}

class UnhandledPromiseRejection extends Error {
  constructor(reason) {
    super(`This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${plainly(reason)}".`);
    this.code = 'ERR_UNHANDLED_REJECTION';
    this.name = 'UnhandledPromiseRejection';
  }
}

// plainly is a text for any value, and runs nothing of the program.
function plainly(v) {
  if (typeof v !== 'object' || v === null) return typeof v === 'function' ? Function.prototype.toString.call(v) : String(v);
  const text = Object.prototype.toString.call(v), name = require('util_inspect').nameOf(v);
  return text === '[object Object]' && name !== null ? `#<${name}>` : text;
}

module.exports = {
  AbortError, coded, fromGo, grouped, hidden, invalidArgType, invalidArgValue, outOfRange, received, unhandledError, UnhandledPromiseRejection,
  moduleNotFound(name) {
    const err = new Error(`Cannot find module '${name}'`);
    err.code = 'MODULE_NOT_FOUND';
    return err;
  },
  missingArgs(...names) {
    const list = names.map((n) => Array.isArray(n) ? n.map((x) => `"${x}"`).join(' or ') : `"${n}"`);
    const which = list.length > 1 ? `${list.slice(0, -1).join(', ')}${list.length > 2 ? ',' : ''} and ${list.at(-1)} arguments` : `${list[0]} argument`;
    return coded(TypeError, 'ERR_MISSING_ARGS', `The ${which} must be specified`);
  },
  unknownEncoding: (name) => coded(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${typeof name === 'object' ? inspect(name) : String(name)}`),
  notImplemented: (method) => coded(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `The ${method} method is not implemented`),
  stackOverflow: () => new RangeError('Maximum call stack size exceeded'),
  syntaxError(message, where) {
    const err = new SyntaxError(message);
    if (where !== undefined) hidden(err, 'stack', `${where}\n${err.stack}`);
    return err;
  },
  parseJSON(text, file) {
    try { return JSON.parse(text.replace(/^\uFEFF/, '')); } catch (err) { err.message = `${file}: ${err.message}`; throw err; }
  },
  checkFunction(name, v) { if (typeof v !== 'function') throw invalidArgType(name, 'of type function', v); },
  checkNumber(name, v, min, max) {
    if (typeof v !== 'number') throw invalidArgType(name, 'of type number', v);
    if (min != null && v < min || max != null && v > max || (min != null || max != null) && Number.isNaN(v)) {
      throw outOfRange(name, `${min != null ? `>= ${min}` : ''}${min != null && max != null ? ' && ' : ''}${max != null ? `<= ${max}` : ''}`, v);
    }
  },
  checkInteger(name, v, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
    if (typeof v !== 'number') throw invalidArgType(name, 'of type number', v);
    if (!Number.isInteger(v)) throw outOfRange(name, 'an integer', v);
    if (v < min || v > max) throw outOfRange(name, `>= ${min} && <= ${max}`, v);
  },
  checkBoolean(name, v) { if (typeof v !== 'boolean') throw invalidArgType(name, 'of type boolean', v); },
  checkString(name, v) { if (typeof v !== 'string') throw invalidArgType(name, 'of type string', v); },
  checkObject(name, v) { if (v === null || typeof v !== 'object' || Array.isArray(v)) throw invalidArgType(name, 'of type object', v); },
  checkSignal(name, v) { if (v === null || typeof v !== 'object' || !('aborted' in v)) throw invalidArgType(name, 'an instance of AbortSignal', v); },
};
