'use strict';
// util.inspect, as far as console.log of a network program goes: Node's layout of lines, not its colours.
const custom = Symbol.for('nodejs.util.inspect.custom');
const plainKey = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const escapes = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '\\': '\\\\' };

function quote(s) {
  const q = !s.includes("'") ? "'" : !s.includes('"') ? '"' : !s.includes('`') && !s.includes('${') ? '`' : "'";
  const body = s.replace(/[\u0000-\u001f\\\u007f-\u009f]/g, (c) => escapes[c] ?? `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return q + (q === "'" ? body.replace(/'/g, "\\'") : body) + q;
}

function primitive(v, options) {
  switch (typeof v) {
    case 'string': return options.raw ? v : quote(v);
    case 'number': return Object.is(v, -0) ? '-0' : `${v}`;
    case 'bigint': return `${v}n`;
    case 'symbol': return v.toString();
    case 'undefined': return 'undefined';
    default: return `${v}`;
  }
}

const nameOf = (v) => {
  for (let o = v; o; o = Object.getPrototypeOf(o)) {
    const d = Object.getOwnPropertyDescriptor(o, 'constructor');
    if (d && typeof d.value === 'function' && d.value.name !== '') return d.value.name;
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
  let stack = typeof v.stack === 'string' && v.stack ? v.stack : Error.prototype.toString.call(v);
  const head = `${v.name}: ${v.message}`;
  if (!stack.includes(v.message)) stack = `${head}${stack.slice(stack.indexOf('\n') < 0 ? stack.length : stack.indexOf('\n'))}`;
  stack = stack.replace(/\n\tat /g, '\n    at ').replace(/\n+$/, '');
  if (!stack.includes('\n    at')) stack = `[${stack}]`;
  for (const k of ['cause', 'errors']) if (Object.hasOwn(v, k) && !keys.includes(k)) keys.push(k);
  return ctx.indent ? stack.replace(/\n/g, `\n${' '.repeat(ctx.indent)}`) : stack;
}

function inspect(v, options, ...old) {
  const given = typeof options === 'object' && options !== null ? options : { showHidden: options, depth: old[0] ?? 2 };
  const ctx = { seen: [], circular: new Map(), indent: 0, options: { depth: 2, breakLength: 80, compact: 3, customInspect: true, maxArrayLength: 100, maxStringLength: 10000, sorted: false, getters: false, ...given } };
  if (ctx.options.depth === null) ctx.options.depth = Infinity;
  return show(v, 0, ctx);
}

function show(v, depth, ctx) {
  if (typeof v !== 'object' && typeof v !== 'function' || v === null) return typeof v === 'string' ? longString(v, ctx) : primitive(v, ctx.options);
  if (native.className(v) === 'Proxy' && ctx.options.showProxy) return 'Proxy {}';
  const f = v[custom];
  if (ctx.options.customInspect && typeof f === 'function' && f !== inspect) {
    const shown = f.call(v, ctx.options.depth - depth, { ...ctx.options, stylize: (s) => `${s}` }, inspect);
    if (shown !== v) return typeof shown === 'object' ? show(shown, depth, ctx) : `${shown}`.replace(/\n/g, `\n${' '.repeat(ctx.indent)}`);
  }
  if (ctx.seen.includes(v)) {
    if (!ctx.circular.has(v)) ctx.circular.set(v, ctx.circular.size + 1);
    return `[Circular *${ctx.circular.get(v)}]`;
  }
  return object(v, depth, ctx);
}

function longString(s, ctx) {
  if (s.length > ctx.options.maxStringLength) {
    const n = s.length - ctx.options.maxStringLength;
    return `${quote(s.slice(0, ctx.options.maxStringLength))}... ${n} more character${n > 1 ? 's' : ''}`;
  }
  if (s.length > 16 && ctx.indent > 0 && s.length > ctx.options.breakLength - ctx.indent - 4 && s.includes('\n')) {
    return s.split(/(?<=\n)/).map(quote).join(` +\n${' '.repeat(ctx.indent + 2)}`);
  }
  return quote(s);
}

function object(v, depth, ctx) {
  const name = nameOf(v);
  let keys = Object.keys(v).filter((k) => !(Array.isArray(v) || ArrayBuffer.isView(v)) || !/^(0|[1-9]\d*)$/.test(k));
  for (const s of Object.getOwnPropertySymbols(v)) if (Object.prototype.propertyIsEnumerable.call(v, s)) keys.push(s);
  if (ctx.options.sorted) keys = keys.sort();
  let braces = ['{', '}'], base = '', items = null, isArray = false;
  const cls = native.className(v);
  if (Array.isArray(v)) {
    isArray = true;
    braces = [name !== 'Array' ? `${prefix(v, name, 'Array', `(${v.length})`)}[` : '[', ']'];
    if (v.length === 0 && keys.length === 0) return `${braces[0]}]`;
    items = () => arrayItems(v, depth, ctx);
  } else if (v instanceof Set && cls !== 'Proxy') {
    braces[0] = `${prefix(v, name, 'Set', `(${v.size})`)}{`;
    items = () => [...v].map((x) => nested(x, depth, ctx));
  } else if (v instanceof Map) {
    braces[0] = `${prefix(v, name, 'Map', `(${v.size})`)}{`;
    items = () => [...v].map(([k, x]) => `${nested(k, depth, ctx)} => ${nested(x, depth, ctx)}`);
  } else if (ArrayBuffer.isView(v) && !(v instanceof DataView)) {
    isArray = true;
    braces = [`${prefix(v, name, 'Uint8Array', `(${v.length})`)}[`, ']'];
    items = () => arrayItems(v, depth, ctx);
  } else if (cls === 'Arguments') {
    isArray = true;
    braces = ['[Arguments] [', ']'];
    items = () => arrayItems([...v], depth, ctx);
  } else if (typeof v === 'function') {
    const isClass = /^class\b/.test(Function.prototype.toString.call(v));
    const parent = Object.getPrototypeOf(v)?.name;
    base = isClass ? `[class ${v.name || '(anonymous)'}${parent ? ` extends ${parent}` : ''}]` : `[${name ?? 'Function'}${v.name ? `: ${v.name}` : ' (anonymous)'}]`;
    if (!keys.length) return base;
  } else if (cls === 'RegExp') {
    base = String(v);
    if (!keys.length) return base;
  } else if (cls === 'Date') {
    base = Number.isNaN(+v) ? String(v) : v.toISOString();
    if (!keys.length) return base;
  } else if (cls === 'Error' || v instanceof Error) {
    base = errorText(v, ctx, keys);
    if (!keys.length) return base;
  } else if (cls === 'Promise') {
    const [state, result] = native.promiseState(v);
    braces[0] = `${prefix(v, name, 'Promise')}{`;
    items = () => [state === 0 ? '<pending>' : state === 2 ? `<rejected> ${nested(result, depth, ctx)}` : nested(result, depth, ctx)];
  } else if (cls === 'ArrayBuffer') {
    braces[0] = `${prefix(v, name, 'ArrayBuffer')}{`;
    const hex = Buffer.from(v).toString('hex', 0, 50).replace(/(.{2})/g, '$1 ').trim();
    items = () => [`[Uint8Contents]: <${hex}>`, `byteLength: ${v.byteLength}`];
  } else if (['Number', 'String', 'Boolean', 'BigInt', 'Symbol'].includes(cls)) {
    base = `[${cls}: ${primitive(v.valueOf(), {})}]`;
    if (cls === 'String') keys = keys.filter((k) => !/^\d+$/.test(k));
    if (!keys.length) return base;
  } else {
    const tag = v[Symbol.toStringTag];
    if (name !== 'Object' || typeof tag === 'string' && tag) braces[0] = `${prefix(v, name, 'Object')}{`;
    if (keys.length === 0) return depth > ctx.options.depth ? short(v, name) : `${braces[0]}}`;
  }
  if (depth > ctx.options.depth) return base || short(v, name, isArray);
  ctx.seen.push(v);
  ctx.depth = depth;
  ctx.indent += 2;
  const parts = items ? items() : [];
  for (const k of keys) parts.push(property(v, k, depth, ctx));
  ctx.indent -= 2;
  ctx.seen.pop();
  const ref = ctx.circular.has(v) ? `<ref *${ctx.circular.get(v)}> ` : '';
  if (base) braces[0] = `${ref}${braces[0]}`; else braces[0] = ref + braces[0];
  return reduce(parts, isArray, base, braces, depth, ctx, v);
}

const short = (v, name, isArray) => isArray ? '[Array]' : `[${name === null ? 'Object: null prototype' : prefix(v, name, 'Object').trim()}]`;
function nested(v, depth, ctx) { return show(v, depth + 1, ctx); }

function arrayItems(v, depth, ctx) {
  const out = [], max = Math.min(v.length, ctx.options.maxArrayLength);
  for (let i = 0; i < max; i++) {
    if (!(i in v)) {
      let n = i;
      while (n < v.length && !(n in v)) n++;
      out.push(`<${n - i} empty item${n - i > 1 ? 's' : ''}>`);
      i = n - 1;
    } else out.push(nested(v[i], depth, ctx));
  }
  if (v.length > max) out.push(`... ${v.length - max} more item${v.length - max > 1 ? 's' : ''}`);
  return out;
}

function property(v, k, depth, ctx) {
  const d = Object.getOwnPropertyDescriptor(v, k) ?? { value: v[k] };
  let shown;
  if ('value' in d) shown = nested(d.value, depth, ctx);
  else shown = d.get ? (d.set ? '[Getter/Setter]' : '[Getter]') : '[Setter]';
  const key = typeof k === 'symbol' ? `[${k.toString()}]` : plainKey.test(k) ? k : quote(k);
  return `${d.enumerable === false ? `[${key}]` : key}: ${shown}`;
}

// group puts the entries of long arrays in columns.
function group(parts, ctx, v) {
  let total = 0, max = 0;
  const extra = ctx.options.maxArrayLength < v.length ? 1 : 0, n = parts.length - extra;
  const sizes = [];
  for (let i = 0; i < n; i++) {
    sizes.push(parts[i].length);
    total += parts[i].length + 2;
    max = Math.max(max, parts[i].length);
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
    for (let j = i; j < last - 1; j++) row += `${parts[j]}, `[pad](widths[j - i]);
    row += pad === 'padStart' ? parts[last - 1].padStart(widths[last - 1 - i] - 2) : parts[last - 1];
    rows.push(row);
  }
  if (extra) rows.push(parts[n]);
  return rows;
}

// reduce puts the entries on one line if they fit and the object is near the leaves.
function reduce(parts, isArray, base, braces, depth, ctx, v) {
  const entries = parts.length, head = base ? `${base} ` : '';
  if (isArray && entries > 6) parts = group(parts, ctx, v);
  if (ctx.depth - depth < ctx.options.compact && entries === parts.length) {
    const start = parts.length + ctx.indent + braces[0].length + base.length + 10;
    const total = parts.reduce((n, p) => n + p.length, 0) + parts.length;
    if (total + start <= ctx.options.breakLength && !base.includes('\n') && !parts.some((p) => p.includes('\n'))) {
      return `${head}${braces[0]} ${parts.join(', ')} ${braces[1]}`;
    }
  }
  const pad = `\n${' '.repeat(ctx.indent)}`;
  return `${head}${braces[0]}${pad}  ${parts.join(`,${pad}  `)}${pad}${braces[1]}`;
}

function formatWithOptions(options, ...args) {
  if (typeof args[0] !== 'string') return args.map((v) => typeof v === 'string' ? v : inspect(v, options)).join(' ');
  let i = 1;
  const head = args.length === 1 ? args[0] : args[0].replace(/%[sdifjoOc%]/g, (m) => {
    if (m === '%%') return '%';
    if (i >= args.length) return m;
    const v = args[i++];
    switch (m) {
      case '%s': return typeof v === 'bigint' ? `${v}n` : typeof v === 'number' && Object.is(v, -0) ? '-0' : typeof v === 'object' && v !== null && (Object.hasOwn(v, 'toString') || v instanceof Error || v instanceof Date) ? String(v) : typeof v === 'object' && v !== null ? inspect(v, { ...options, depth: 0, compact: 3 }) : String(v);
      case '%d': return typeof v === 'bigint' ? `${v}n` : typeof v === 'symbol' ? 'NaN' : typeof v === 'object' ? 'NaN' : primitive(Number(v), {});
      case '%i': return typeof v === 'bigint' ? `${v}n` : typeof v === 'object' ? 'NaN' : `${parseInt(v)}`;
      case '%f': return `${parseFloat(v)}`;
      case '%j': try { return JSON.stringify(v); } catch { return '[Circular]'; }
      case '%o': return inspect(v, { ...options, showHidden: true, depth: 4 });
      case '%O': return inspect(v, options);
      default: return '';
    }
  });
  return [head, ...args.slice(i).map((v) => typeof v === 'string' ? v : inspect(v, options))].join(' ');
}

inspect.custom = custom;
inspect.defaultOptions = { depth: 2 };
module.exports = { inspect, formatWithOptions, format: (...args) => formatWithOptions({}, ...args) };
