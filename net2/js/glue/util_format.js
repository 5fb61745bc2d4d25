'use strict';
// util.format.
const { inspect, nameOf, primitive } = require('util_inspect');

// A class of the program may have a toString of its own; those of the language do not count.
function ownText(v) {
  const builtIn = (o) => {
    const C = Object.getOwnPropertyDescriptor(o, 'constructor')?.value;
    return typeof C === 'function' && C.name !== '' && globalThis[C.name] === C;
  };
  if (native.proxyParts(v)) return false;
  for (let o = v; o; o = Object.getPrototypeOf(o)) if (Object.hasOwn(o, 'toString') || Object.hasOwn(o, Symbol.toPrimitive)) return o === v || !builtIn(o);
  return false;
}

function asString(v, options) {
  if (typeof v === 'bigint' || typeof v === 'number') return primitive(v);
  if (typeof v !== 'object' || v === null) return String(v);
  return ownText(v) ? String(v) : inspect(v, { ...options, depth: 0, colors: false, compact: 3 });
}

function asNumber(v, convert) {
  if (typeof v === 'bigint') return primitive(v);
  return typeof v === 'symbol' ? 'NaN' : primitive(convert(v));
}

function asJSON(v) {
  try { return JSON.stringify(v); } catch (err) {
    if (/circular/i.test(err.message)) return '[Circular]';
    throw err;
  }
}

function formatWithOptions(options, ...args) {
  if (typeof args[0] !== 'string') return args.map((v) => typeof v === 'string' ? v : inspect(v, options)).join(' ');
  let i = 1;
  const head = args.length === 1 ? args[0] : args[0].replace(/%[sdifjoOc%]/g, (m) => {
    if (m === '%%') return '%';
    if (i >= args.length) return m;
    const v = args[i++];
    switch (m) {
      case '%s': return asString(v, options);
      case '%d': return asNumber(v, Number);
      case '%i': return typeof v === 'object' ? 'NaN' : asNumber(v, parseInt);
      case '%f': return asNumber(v, parseFloat);
      case '%j': return asJSON(v);
      case '%o': return inspect(v, { ...options, showHidden: true, showProxy: true, depth: 4 });
      case '%O': return inspect(v, options);
      default: return '';
    }
  });
  return [head, ...args.slice(i).map((v) => typeof v === 'string' ? v : inspect(v, options))].join(' ');
}

module.exports = { formatWithOptions, format: (...args) => formatWithOptions({}, ...args) };
