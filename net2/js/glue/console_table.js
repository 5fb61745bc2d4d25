'use strict';
// console.table.
const { inspect, width } = require('util_inspect');

const padded = (s, n) => ` ${s}${' '.repeat(n - width(s) - 1)}`;

function draw(head, columns) {
  const rows = Math.max(...columns.map((c) => c.length)), widths = head.map((h, i) => Math.max(width(h), ...columns[i].map(width)) + 2);
  const line = (a, b, c) => `${a}${widths.map((n) => '─'.repeat(n)).join(b)}${c}\n`;
  const row = (cells) => `│${cells.map((s, i) => padded(s, widths[i])).join('│')}│\n`;
  let out = line('┌', '┬', '┐') + row(head) + line('├', '┼', '┤');
  for (let i = 0; i < rows; i++) out += row(columns.map((c) => c[i] ?? ''));
  return out + line('└', '┴', '┘').slice(0, -1);
}

// short shows a cell: only what is flat is shown whole.
function short(v) {
  const flat = v === null || typeof v !== 'object' || Object.values(v).every((x) => typeof x !== 'object' && typeof x !== 'function' || x === null);
  return inspect(v, { maxArrayLength: 3, breakLength: Infinity, depth: flat && v !== null && typeof v === 'object' && !Array.isArray(v) && Object.keys(v).length > 2 ? -1 : 0 });
}

const isRow = (v) => v !== null && (typeof v === 'object' || typeof v === 'function');

function table(data, wanted) {
  if (data instanceof Map) {
    const entries = [...data];
    return draw(['(iteration index)', 'Key', 'Values'], [entries.map((_, i) => `${i}`), entries.map(([k]) => short(k)), entries.map(([, v]) => short(v))]);
  }
  if (data instanceof Set) {
    const values = [...data];
    return draw(['(iteration index)', 'Values'], [values.map((_, i) => `${i}`), values.map(short)]);
  }
  const index = Object.keys(data), columns = new Map((wanted ?? []).map((k) => [k, []])), alone = [];
  index.forEach((key, i) => {
    const v = data[key];
    if (!isRow(v)) {
      alone[i] = short(v);
      return;
    }
    for (const k of wanted ?? Object.keys(v)) {
      if (!columns.has(k)) columns.set(k, []);
      if (Object.hasOwn(v, k)) columns.get(k)[i] = short(v[k]);
    }
  });
  const head = ['(index)', ...columns.keys()], cells = [index, ...columns.values()];
  if (alone.length) {
    head.push('Values');
    cells.push(alone);
  }
  return draw(head, cells.map((c) => Array.from({ length: index.length }, (_, i) => c[i] ?? '')));
}

module.exports = { table };
