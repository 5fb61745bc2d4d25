'use strict';
// util.inspect: Node's layout of lines, and its colours where they are asked for.
const types = require('util_types');
const custom = Symbol.for('nodejs.util.inspect.custom');
const plainKey = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const escapes = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '\\': '\\\\' };

function quote(s) {
  const q = !s.includes("'") ? "'" : !s.includes('"') ? '"' : !s.includes('`') && !s.includes('${') ? '`' : "'";
  let body = s.replace(/[\u0000-\u001f\\\u007f-\u009f]/g, (c) => escapes[c] ?? `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  if (/[\ud800-\udfff]/.test(body)) body = Array.from(body, (c) => c >= '\ud800' && c <= '\udfff' && c.length === 1 ? `\\u${c.charCodeAt(0).toString(16)}` : c).join('');
  return q + (q === "'" ? body.replace(/'/g, "\\'") : body) + q;
}

const colours = { number: [33, 39], bigint: [33, 39], boolean: [33, 39], undefined: [90, 39], null: [1, 22], string: [32, 39], symbol: [32, 39], date: [35, 39],
  regexp: [31, 39], special: [36, 39], module: [4, 24] };
const plain = (s) => `${s}`;
const coloured = (s, kind) => colours[kind] ? `\x1B[${colours[kind][0]}m${s}\x1B[${colours[kind][1]}m` : `${s}`;
const bare = (s) => s.replace(/\x1B\[[0-9;]*m/g, '');

// width is the number of columns that a terminal gives the text.
function width(s) {
  s = bare(s);
  if (/^[\x20-\x7e]*$/.test(s)) return s.length;
  let n = 0;
  for (const c of s.normalize('NFC')) {
    if (/[\u0000-\u001f\u007f-\u009f\u0300-\u036f\u200b-\u200f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/.test(c)) continue;
    const p = c.codePointAt(0);
    n += p >= 0x1100 && (p <= 0x115f || p >= 0x2e80 && p <= 0x3247 && p !== 0x303f || p >= 0x3250 && p <= 0x4dbf || p >= 0x4e00 && p <= 0xa4c6 ||
      p >= 0xa960 && p <= 0xa97c || p >= 0xac00 && p <= 0xd7a3 || p >= 0xf900 && p <= 0xfaff || p >= 0xfe10 && p <= 0xfe19 || p >= 0xfe30 && p <= 0xfe6b ||
      p >= 0xff01 && p <= 0xff60 || p >= 0xffe0 && p <= 0xffe6 || p >= 0x1b000 && p <= 0x1b001 || p >= 0x1f200 && p <= 0x1f251 ||
      p >= 0x1f300 && p <= 0x1f64f || p >= 0x1f900 && p <= 0x1f9ff || p >= 0x20000 && p <= 0x3fffd) ? 2 : 1;
  }
  return n;
}

function primitive(v) {
  switch (typeof v) {
    case 'string': return quote(v);
    case 'number': return Object.is(v, -0) ? '-0' : `${v}`;
    case 'bigint': return `${v}n`;
    case 'symbol': return v.toString();
    default: return `${v}`;
  }
}
const kindOf = (v) => v === null ? 'null' : typeof v;

const instance = (v, C) => {
  try { return v instanceof C; } catch { return false; }
};
const nameOf = (v) => {
  for (let o = v; o; o = Object.getPrototypeOf(o)) {
    const d = Object.getOwnPropertyDescriptor(o, 'constructor');
    if (d && typeof d.value === 'function' && d.value.name !== '' && instance(v, d.value)) return d.value.name;
  }
  return null;
};

function prefix(v, name, fallback, size) {
  const tag = v[Symbol.toStringTag];
  const shownTag = typeof tag === 'string' && tag !== '' && tag !== name ? ` [${tag}]` : '';
  if (name === null) return `[${fallback}${size ?? ''}: null prototype]${shownTag} `;
  return `${name}${size ?? ''}${shownTag} `;
}

function errorText(v, ctx, keys) {
  const name = v.name == null ? 'Error' : `${v.name}`, cls = nameOf(v), message = `${v.message}`;
  let stack = typeof v.stack === 'string' && v.stack ? v.stack : Error.prototype.toString.call(v);
  stack = stack.replace(/\n\tat /g, '\n    at ').replace(/\n+$/, '');
  // The stack is of the time when the error was made; who gave it a name later wants to see that.
  if (message && !stack.includes(name)) stack = stack.replace(/^[A-Za-z]*Error(?=:)/, () => name);
  for (const k of ['name', 'message', 'stack']) {
    const i = keys.indexOf(k);
    if (i >= 0 && (k === 'stack' || stack.includes(`${v[k]}`))) keys.splice(i, 1);
  }
  if (cls === null) stack = stack.replace(/^[A-Za-z]*Error/, (found) => `[${found}: null prototype]`);
  else if (name.endsWith('Error') && stack.startsWith(name) && /^(:|\n|$)/.test(stack.slice(name.length, name.length + 1)) && cls !== name) {
    stack = `${cls.includes(name) ? cls : `${cls} [${name}]`}${stack.slice(name.length)}`;
  }
  if (!stack.includes('\n    at')) stack = `[${stack}]`;
  for (const k of ['cause', 'errors']) if (Object.hasOwn(v, k) && !keys.includes(k) && (k === 'cause' || Array.isArray(v[k]))) keys.push(k);
  return ctx.indent ? stack.replace(/\n/g, `\n${' '.repeat(ctx.indent)}`) : stack;
}

const defaults = { showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100, maxStringLength: 10000,
  breakLength: 128, compact: 3, sorted: false, getters: false, numericSeparator: false };

function inspect(v, options, ...old) {
  const given = typeof options === 'object' && options !== null ? options : { ...options === undefined ? {} : { showHidden: options }, ...old[0] === undefined ? {} : { depth: old[0] } };
  const ctx = { seen: [], circular: new Map(), indent: 0, depth: 0, options: { ...defaults, breakLength: 80, ...given } };
  for (const k of ['depth', 'maxArrayLength', 'maxStringLength']) if (ctx.options[k] === null) ctx.options[k] = Infinity;
  ctx.style = ctx.options.colors ? coloured : plain;
  return show(v, 0, ctx);
}

function show(v, depth, ctx) {
  if (typeof v !== 'object' && typeof v !== 'function' || v === null) return typeof v === 'string' ? longString(v, ctx) : ctx.style(primitive(v), kindOf(v));
  const beneath = native.proxyParts(v);
  if (beneath) {
    if (ctx.options.showProxy) return beneath[0] === null ? '<Revoked Proxy>' : reduce(depth > ctx.options.depth ? [] : within(ctx, v, depth, () => beneath.map((x) => nested(x, depth, ctx))), false, '', ['Proxy [', ']'], depth, ctx, v);
    if (beneath[0] === null) return ctx.style('<Revoked Proxy>', 'special');
    return show(beneath[0], depth, ctx);
  }
  const f = v[custom];
  if (ctx.options.customInspect && typeof f === 'function' && f !== inspect && !(v.constructor && v.constructor.prototype === v)) {
    const shown = f.call(v, ctx.options.depth - depth, { ...ctx.options, stylize: ctx.style }, inspect);
    if (shown !== v) return typeof shown !== 'string' ? show(shown, depth, ctx) : shown.replace(/\n/g, `\n${' '.repeat(ctx.indent)}`);
    if (depth > ctx.options.depth) return ctx.style(short(v, nameOf(v), false), 'special'); // what it hides does not count
  }
  if (ctx.seen.includes(v)) {
    if (!ctx.circular.has(v)) ctx.circular.set(v, ctx.circular.size + 1);
    return ctx.style(`[Circular *${ctx.circular.get(v)}]`, 'special');
  }
  return object(v, depth, ctx);
}

// within shows what is inside an object.
function within(ctx, v, depth, parts) {
  ctx.seen.push(v);
  ctx.depth = depth;
  ctx.indent += 2;
  const list = parts();
  ctx.indent -= 2;
  ctx.seen.pop();
  return list;
}

function longString(s, ctx) {
  let more = '';
  if (s.length > ctx.options.maxStringLength) {
    const n = s.length - ctx.options.maxStringLength;
    s = s.slice(0, ctx.options.maxStringLength);
    more = `... ${n} more character${n > 1 ? 's' : ''}`;
  }
  if (ctx.options.compact !== true && s.length > 16 && s.length > ctx.options.breakLength - ctx.indent - 4 && s.includes('\n')) {
    return s.split(/(?<=\n)/).map((part) => ctx.style(quote(part), 'string')).join(` +\n${' '.repeat(ctx.indent + 2)}`) + more;
  }
  return ctx.style(quote(s), 'string') + more;
}

function keysOf(v, ctx, listed) {
  let keys = ctx.options.showHidden ? Object.getOwnPropertyNames(v) : Object.keys(v);
  if (listed) keys = keys.filter((k) => !/^(0|[1-9]\d*)$/.test(k));
  for (const s of Object.getOwnPropertySymbols(v)) if (ctx.options.showHidden || Object.prototype.propertyIsEnumerable.call(v, s)) keys.push(s);
  return keys;
}

function functionText(v, name, tag) {
  const parent = Object.getPrototypeOf(v), source = Function.prototype.toString.call(v);
  if (/^class\b/.test(source)) {
    const said = [v.name ? `class ${v.name}` : 'class (anonymous)'];
    if (name !== 'Function' && name !== null) said.push(`[${name}]`);
    if (tag && tag !== name) said.push(`[${tag}]`);
    if (name === null) said.push('extends [null prototype]');
    else if (parent?.name) said.push(`extends ${parent.name}`);
    return `[${said.join(' ')}]`;
  }
  const own = /^(Async)?(Generator)?Function$/.test(tag) ? tag : /^async\s+[^\s(]/.test(source) ? 'AsyncFunction' : 'Function';
  let s = `[${own}${name === null ? ' (null prototype)' : ''}${v.name === '' ? ' (anonymous)' : `: ${v.name}`}]`;
  if (name !== null && name !== own && name !== 'Function') s += ` ${name}`;
  if (tag && tag !== own && tag !== name) s += ` [${tag}]`;
  return s;
}

function tagOf(v) {
  let tag = v[Symbol.toStringTag];
  if (typeof tag !== 'string' || tag === '' || Object.hasOwn(v, Symbol.toStringTag) && Object.prototype.propertyIsEnumerable.call(v, Symbol.toStringTag)) tag = '';
  return tag;
}

// forms tells how an object is shown: the text it begins with, the braces, what is listed in them, and the keys.
function forms(v, name, depth, ctx) {
  const cls = native.className(v), listed = Array.isArray(v) || ArrayBuffer.isView(v) && !(v instanceof DataView);
  const f = { braces: ['{', '}'], base: '', items: null, isArray: false, keys: keysOf(v, ctx, listed), empty: false };
  const open = (fallback, size, brace = '{') => { f.braces[0] = `${prefix(v, name, fallback, size)}${brace}`; };
  const text = (base, kind) => { f.base = ctx.style(base, kind); f.alone = f.keys.length === 0; };
  const none = (n) => { f.empty = n === 0 && f.keys.length === 0; };
  if (listed) {
    f.isArray = true;
    f.braces[1] = ']';
    if (Array.isArray(v) && name === 'Array' && !tagOf(v)) f.braces[0] = '[';
    else open(Array.isArray(v) ? 'Array' : 'Uint8Array', `(${v.length})`, '[');
    f.items = () => arrayItems(v, depth, ctx);
    none(v.length);
  } else if (v instanceof Set) {
    open('Set', `(${v.size})`);
    f.items = () => few([...Set.prototype.values.call(v)], ctx, (x) => nested(x, depth, ctx));
    none(v.size);
  } else if (v instanceof Map) {
    open('Map', `(${v.size})`);
    f.items = () => few([...Map.prototype.entries.call(v)], ctx, ([k, x]) => `${nested(k, depth, ctx)} => ${nested(x, depth, ctx)}`);
    none(v.size);
  } else if (cls === 'Arguments') {
    f.braces[0] = '[Arguments] {';
    none(0);
  } else if (typeof v === 'function') text(functionText(v, name, tagOf(v)), 'special');
  else if (cls === 'RegExp') text(String(v), 'regexp');
  else if (cls === 'Date') text(Number.isNaN(+v) ? String(v) : v.toISOString(), 'date');
  else if (cls === 'Error' || v instanceof Error) text(errorText(v, ctx, f.keys));
  else if (cls === 'Promise') {
    const [state, result] = native.promiseState(v);
    open('Promise');
    f.items = () => [state === 0 ? ctx.style('<pending>', 'special') : state === 2 ? `${ctx.style('<rejected>', 'special')} ${nested(result, depth, ctx)}` : nested(result, depth, ctx)];
  } else if (v instanceof WeakMap || v instanceof WeakSet) {
    open('WeakMap');
    f.items = () => [ctx.style('<items unknown>', 'special')];
  } else if (cls === 'ArrayBuffer') {
    open('ArrayBuffer');
    const hex = Buffer.from(v).toString('hex', 0, 50).replace(/(.{2})/g, '$1 ').trim(), rest = v.byteLength - 50;
    const more = rest > 0 ? ` ... ${rest} more byte${rest > 1 ? 's' : ''}` : '';
    f.items = () => [`${ctx.style('[Uint8Contents]', 'special')}: <${hex}${more}>`, `byteLength: ${ctx.style(v.byteLength, 'number')}`];
  } else if (v instanceof DataView) {
    open('DataView');
    f.keys.unshift('byteLength', 'byteOffset', 'buffer');
  } else {
    if (types.isBoxedPrimitive(v)) {
      if (cls === 'String') f.keys = f.keys.filter((k) => !/^\d+$/.test(k) && k !== 'length');
      const held = globalThis[cls].prototype.valueOf.call(v);
      text(`[${cls}${name === cls ? '' : name === null ? ' (null prototype)' : ` (${name})`}: ${primitive(held)}]`, cls.toLowerCase());
    } else {
      if (name !== 'Object' || tagOf(v)) open('Object');
      none(0);
    }
  }
  return f;
}

function object(v, depth, ctx) {
  const name = nameOf(v), f = forms(v, name, depth, ctx);
  if (f.alone) return f.base;
  if (f.empty) return `${f.braces[0]}${f.braces[1]}`;
  if (depth > ctx.options.depth) return ctx.style(short(v, name, Array.isArray(v)), 'special');
  if (ctx.options.sorted) f.keys.sort(typeof ctx.options.sorted === 'function' ? ctx.options.sorted : undefined);
  const parts = within(ctx, v, depth, () => [...f.items ? f.items() : [], ...f.keys.map((k) => property(v, k, depth, ctx))]);
  if (ctx.circular.has(v)) {
    const ref = ctx.style(`<ref *${ctx.circular.get(v)}>`, 'special');
    if (f.base && ctx.options.compact !== true) f.base = `${ref} ${f.base}`; else f.braces[0] = `${ref} ${f.braces[0]}`;
  }
  return reduce(parts, f.isArray, f.base, f.braces, depth, ctx, v);
}

const short = (v, name, isArray) => isArray ? '[Array]' : `[${name === null ? 'Object: null prototype' : prefix(v, name, 'Object').trim()}]`;
function nested(v, depth, ctx) { return show(v, depth + 1, ctx); }

const moreItems = (n) => `... ${n} more item${n > 1 ? 's' : ''}`;
function few(list, ctx, text) {
  const max = ctx.options.maxArrayLength;
  return list.length <= max ? list.map(text) : [...list.slice(0, max).map(text), moreItems(list.length - max)];
}

function arrayItems(v, depth, ctx) {
  const out = [], max = Math.min(v.length, ctx.options.maxArrayLength);
  for (let i = 0; i < max; i++) {
    if (!(i in v)) {
      let n = i;
      while (n < v.length && !(n in v)) n++;
      out.push(ctx.style(`<${n - i} empty item${n - i > 1 ? 's' : ''}>`, 'undefined'));
      i = n - 1;
    } else out.push(nested(v[i], depth, ctx));
  }
  if (v.length > max) out.push(moreItems(v.length - max));
  return out;
}

function property(v, k, depth, ctx) {
  const d = Object.getOwnPropertyDescriptor(v, k) ?? { value: v[k] };
  let shown;
  if ('value' in d) shown = nested(d.value, depth, ctx);
  else shown = accessor(v, d, depth, ctx);
  const key = typeof k === 'symbol' ? `[${ctx.style(k.toString(), 'symbol')}]` : k === '__proto__' ? "['__proto__']" :
    d.enumerable === false ? `[${k}]` : plainKey.test(k) ? k : ctx.style(quote(k), 'string');
  return `${key}: ${shown}`;
}

function accessor(v, d, depth, ctx) {
  const kind = d.get ? (d.set ? 'Getter/Setter' : 'Getter') : 'Setter', { getters } = ctx.options;
  if (!d.get || !(getters === true || getters === 'get' && !d.set || getters === 'set' && d.set)) return ctx.style(`[${kind}]`, 'special');
  try {
    const value = d.get.call(v);
    if (typeof value === 'object' && value !== null) return `${ctx.style(`[${kind}]`, 'special')} ${nested(value, depth, ctx)}`;
    return `${ctx.style(`[${kind}:`, 'special')} ${show(value, depth, ctx)}${ctx.style(']', 'special')}`;
  } catch (err) {
    return ctx.style(`[${kind}: <Inspection threw (${err.message})>]`, 'special');
  }
}

// group puts the entries of long arrays in columns.
function group(parts, ctx, v) {
  let total = 0, max = 0;
  const extra = ctx.options.maxArrayLength < v.length ? 1 : 0, n = parts.length - extra;
  const sizes = [];
  for (let i = 0; i < n; i++) {
    sizes.push(width(parts[i]));
    total += sizes[i] + 2;
    max = Math.max(max, sizes[i]);
  }
  const actual = max + 2;
  if (!(actual * 3 + ctx.indent < ctx.options.breakLength && (total / actual > 5 || max <= 6))) return parts;
  const biased = Math.max(actual - 3 - Math.sqrt(actual - total / parts.length), 1);
  const columns = Math.min(Math.round(Math.sqrt(2.5 * biased * n) / biased), Math.floor((ctx.options.breakLength - ctx.indent) / actual), ctx.options.compact * 4, 15);
  if (columns <= 1) return parts;
  const widths = [];
  for (let i = 0; i < columns; i++) {
    let w = 0;
    for (let j = i; j < n; j += columns) w = Math.max(w, sizes[j]);
    widths.push(w + 2);
  }
  const pad = Array.prototype.every.call(v, (x) => typeof x === 'number' || typeof x === 'bigint') ? 'padStart' : 'padEnd';
  const rows = [];
  for (let i = 0; i < n; i += columns) {
    const last = Math.min(i + columns, n);
    let row = '';
    for (let j = i; j < last - 1; j++) row += `${parts[j]}, `[pad](widths[j - i] + parts[j].length - sizes[j]);
    row += pad === 'padStart' ? parts[last - 1].padStart(widths[last - 1 - i] - 2 + parts[last - 1].length - sizes[last - 1]) : parts[last - 1];
    rows.push(row);
  }
  if (extra) rows.push(parts[n]);
  return rows;
}

// reduce puts the entries on one line if they fit and the object is near the leaves.
function reduce(parts, isArray, base, braces, depth, ctx, v) {
  const { compact, breakLength } = ctx.options, head = base ? `${base} ` : '', pad = `\n${' '.repeat(ctx.indent)}`;
  const length = (s) => ctx.options.colors ? bare(s).length : s.length;
  const fits = (start) => parts.reduce((n, p) => n + length(p), 0) + parts.length + start <= breakLength && !base.includes('\n');
  if (compact === true) {
    if (fits(0)) return `${braces[0]}${head ? ` ${base}` : ''} ${parts.join(', ')} ${braces[1]}`;
    return `${head}${braces[0]}${braces[0].length === 1 ? ' ' : `${pad}  `}${parts.join(`,${pad}  `)} ${braces[1]}`;
  }
  if (compact !== false) {
    const entries = parts.length;
    if (isArray && entries > 6) parts = group(parts, ctx, v);
    if (ctx.depth - depth < compact && entries === parts.length && fits(parts.length + ctx.indent + braces[0].length + base.length + 10)) {
      const joined = parts.join(', ');
      if (!joined.includes('\n')) return `${head}${braces[0]} ${joined} ${braces[1]}`;
    }
  }
  return `${head}${braces[0]}${pad}  ${parts.join(`,${pad}  `)}${pad}${braces[1]}`;
}

inspect.custom = custom;
inspect.colors = { reset: [0, 0], bold: [1, 22], italic: [3, 23], underline: [4, 24], inverse: [7, 27], black: [30, 39], red: [31, 39], green: [32, 39],
  yellow: [33, 39], blue: [34, 39], magenta: [35, 39], cyan: [36, 39], white: [37, 39], gray: [90, 39], grey: [90, 39] };
inspect.defaultOptions = defaults;
module.exports = { inspect, nameOf, primitive, width };
