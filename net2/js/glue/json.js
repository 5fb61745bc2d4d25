'use strict';
// JSON.parse and JSON.stringify are the engine's. When they refuse, this finds the words that V8 has for the reason:
// servers that speak JSON send them to their clients.
const { parse, stringify } = JSON;

class Refused { constructor(message) { this.message = message; } }
const at = (what, i) => new Refused(`${what} in JSON at position ${i}`);

function unexpected(text, i) {
  if (i >= text.length) return new Refused('Unexpected end of JSON input');
  if (/[-0-9]/.test(text[i])) return at('Unexpected number', i);
  if (text[i] === '"') return at('Unexpected string', i);
  if (['undefined', 'NaN', 'Infinity', '[object Object]'].includes(text)) return new Refused(`"${text}" is not valid JSON`);
  let shown = `"${text}"`;
  if (text.length > 20) {
    const from = i < 10 ? 0 : i - 10, to = i < 10 || i < text.length - 10 ? i + 10 : text.length;
    shown = `${from ? '...' : ''}"${text.slice(from, to)}"${to < text.length ? '...' : ''}`;
  }
  return new Refused(`Unexpected token '${text[i]}', ${shown} is not valid JSON`);
}

const blank = (text, i) => {
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i++;
  return i;
};
const digit = (c) => c >= '0' && c <= '9';

// Strangers send such texts: what is very long or deep keeps the words of the engine.
const kLong = 2 ** 16, kDeep = 500;
let depth = 0;

// Each of these takes what begins at i, and returns where it ends, or throws.
function value(text, i) {
  if (depth >= kDeep) throw new RangeError('too deep');
  i = blank(text, i);
  const c = text[i];
  if (c === '"') return string(text, i + 1);
  if (c === '{' || c === '[') {
    depth++;
    i = (c === '{' ? object : array)(text, i + 1);
    depth--;
    return i;
  }
  if (c === '-' || digit(c)) return number(text, i);
  const word = { t: 'true', f: 'false', n: 'null' }[c];
  if (!word) throw unexpected(text, i);
  for (const letter of word) if (text[i++] !== letter) throw unexpected(text, i - 1);
  return i;
}

function array(text, i) {
  i = blank(text, i);
  if (text[i] === ']') return i + 1;
  for (;;) {
    i = blank(text, value(text, i));
    if (text[i] === ']') return i + 1;
    if (text[i] !== ',') throw at("Expected ',' or ']' after array element", i);
    i++;
  }
}

function object(text, i) {
  i = blank(text, i);
  if (text[i] === '}') return i + 1;
  if (text[i] !== '"') throw at("Expected property name or '}'", i);
  for (;;) {
    i = blank(text, string(text, i + 1));
    if (text[i] !== ':') throw at("Expected ':' after property name", i);
    i = blank(text, value(text, i + 1));
    if (text[i] === '}') return i + 1;
    if (text[i] !== ',') throw at("Expected ',' or '}' after property value", i);
    i = blank(text, i + 1);
    if (text[i] !== '"') throw at('Expected double-quoted property name', i);
  }
}

function string(text, i) {
  for (; i < text.length; i++) {
    if (text[i] === '"') return i + 1;
    if (text[i] < ' ') throw at('Bad control character in string literal', i);
    if (text[i] !== '\\') continue;
    i++;
    if (i >= text.length) throw unexpected(text, i);
    if (!'"\\/bfnrtu'.includes(text[i])) throw at('Bad escaped character', i);
    if (text[i] === 'u') for (const end = i + 4; i < end;) if (!/^[0-9a-f]$/i.test(text[++i] ?? '')) throw at('Bad Unicode escape', i);
  }
  throw at('Unterminated string', i);
}

function number(text, i) {
  const digits = (i, what) => {
    if (!digit(text[i])) throw at(what, i);
    while (digit(text[i])) i++;
    return i;
  };
  if (text[i] === '-') i++;
  if (text[i] === '0' && digit(text[i + 1])) throw at('Unexpected number', i + 1);
  i = digits(i, 'No number after minus sign');
  if (text[i] === '.') i = digits(i + 1, 'Unterminated fractional number');
  if (text[i] === 'e' || text[i] === 'E') i = digits(text[i + 1] === '+' || text[i + 1] === '-' ? i + 2 : i + 1, 'Exponent part is missing a number');
  return i;
}

// reason is what is wrong with a text; undefined: nothing.
function reason(text) {
  if (text.length > kLong) return undefined;
  depth = 0;
  try {
    const end = blank(text, value(text, 0));
    return end < text.length ? `Unexpected non-whitespace character after JSON at position ${end}` : undefined;
  } catch (err) {
    return err instanceof Refused ? err.message : undefined;
  }
}

// circle tells the way from an object to itself.
function circle(root, way = [], objects = [root], seen = new Set()) {
  if (objects.length > kDeep) return undefined;
  const o = objects.at(-1);
  for (const key of Object.keys(o)) {
    const v = o[key];
    if (typeof v !== 'object' || v === null) continue;
    const i = objects.indexOf(v), step = Array.isArray(o) ? `index ${key}` : `property '${key}'`;
    if (i >= 0) return told(objects.slice(i), [...way.slice(i), step]);
    if (seen.has(v)) continue;
    seen.add(v);
    const found = circle(root, [...way, step], [...objects, v], seen);
    if (found) return found;
  }
  return undefined;
}

function told(objects, way) {
  const named = (o) => `object with constructor '${o.constructor?.name ?? 'Object'}'`;
  let lines = objects.slice(1).map((o, i) => `\n    |     ${way[i]} -> ${named(o)}`);
  if (lines.length > 3) lines = [...lines.slice(0, 2), '\n    |     ...', lines.at(-1)];
  return `\n    --> starting at ${named(objects[0])}${lines.join('')}\n    --- ${way.at(-1)} closes the circle`;
}

const own = {
  parse(text, reviver) {
    try {
      return parse(text, reviver);
    } catch (err) {
      const message = err instanceof SyntaxError ? reason(`${text}`) : undefined;
      if (message === undefined) throw err;
      throw new SyntaxError(message);
    }
  },
  stringify(value, replacer, space) {
    try {
      return stringify(value, replacer, space);
    } catch (err) {
      if (!(err instanceof TypeError) || err.message !== 'Converting circular structure to JSON') throw err;
      throw new TypeError(err.message + (circle(value) ?? ''));
    }
  },
};
for (const name of Object.keys(own)) Object.defineProperty(JSON, name, { value: own[name], writable: true, configurable: true });
