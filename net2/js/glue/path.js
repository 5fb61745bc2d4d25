'use strict';
// path, as on POSIX.
function normalizeParts(parts, absolute) {
  const out = [];
  for (const p of parts) {
    if (p === '' || p === '.') continue;
    if (p === '..') { if (out.length && out.at(-1) !== '..') out.pop(); else if (!absolute) out.push('..'); } else out.push(p);
  }
  return out.join('/');
}
const path = {
  sep: '/', delimiter: ':',
  isAbsolute: (p) => p.startsWith('/'),
  normalize(p) {
    const abs = p.startsWith('/'), s = normalizeParts(p.split('/'), abs);
    return (abs ? '/' : '') + (s || (abs ? '' : '.')) + (p.endsWith('/') && s ? '/' : '');
  },
  join: (...parts) => path.normalize(parts.filter(Boolean).join('/') || '.'),
  resolve(...parts) {
    let p = '';
    for (const part of [native.cwd(), ...parts]) if (part) p = part.startsWith('/') ? part : `${p}/${part}`;
    return `/${normalizeParts(p.split('/'), true)}`;
  },
  dirname(p) {
    const s = p.replace(/\/+$/, ''), i = s.lastIndexOf('/');
    return i < 0 ? '.' : i === 0 ? '/' : s.slice(0, i);
  },
  basename(p, ext) {
    const s = p.replace(/\/+$/, '').split('/').at(-1);
    return ext && s.endsWith(ext) && s !== ext ? s.slice(0, -ext.length) : s;
  },
  extname(p) { const s = path.basename(p), i = s.lastIndexOf('.'); return i > 0 ? s.slice(i) : ''; },
  relative(from, to) {
    const a = path.resolve(from).split('/').slice(1), b = path.resolve(to).split('/').slice(1);
    while (a.length && b.length && a[0] === b[0]) { a.shift(); b.shift(); }
    return [...a.map(() => '..'), ...b].join('/');
  },
  parse(p) { const base = path.basename(p), ext = path.extname(p); return { root: p.startsWith('/') ? '/' : '', dir: path.dirname(p), base, ext, name: base.slice(0, base.length - ext.length) }; },
  toNamespacedPath: (p) => p,
};
path.posix = path;
module.exports = path;
