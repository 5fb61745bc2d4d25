'use strict';
// console on util.format and the two streams.
const util = () => require('util');
let indent = '';
const counts = new Map(), timers = new Map();
const line = (fd, args) => {
  let s = util().format(...args);
  if (indent) s = indent + s.replace(/\n/g, `\n${indent}`);
  (fd === 1 ? process.stdout : process.stderr).write(`${s}\n`);
};

class Console {
  constructor(stdout) {
    const out = stdout?.stdout ?? stdout, err = stdout?.stderr ?? arguments[1] ?? out;
    for (const name of ['log', 'info', 'debug', 'dir']) this[name] = (...a) => { out.write(`${util().format(...a)}\n`); };
    for (const name of ['error', 'warn', 'trace']) this[name] = (...a) => { err.write(`${util().format(...a)}\n`); };
  }
}

const console = {
  log(...args) { line(1, args); },
  warn(...args) { line(2, args); },
  error(...args) { line(2, args); },
  info(...args) { line(1, args); },
  debug(...args) { line(1, args); },
  dir(v, options) { line(1, [util().inspect(v, { customInspect: false, ...options })]); },
  trace(...args) { line(2, [`Trace: ${util().format(...args)}\n${String(new Error().stack).split('\n').slice(2).join('\n')}`]); },
  assert(ok, ...args) {
    if (ok) return;
    if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`; else args.unshift('Assertion failed');
    line(2, args);
  },
  count(label = 'default') { counts.set(`${label}`, (counts.get(`${label}`) ?? 0) + 1); line(1, [`${label}: ${counts.get(`${label}`)}`]); },
  countReset(label = 'default') { counts.delete(`${label}`); },
  group(...args) { if (args.length) line(1, args); indent += '  '; },
  groupEnd() { indent = indent.slice(2); },
  time(label = 'default') { timers.set(`${label}`, native.hrtime()); },
  timeEnd(label = 'default') { line(1, [`${label}: ${((native.hrtime() - timers.get(`${label}`)) / 1e6).toFixed(3)}ms`]); timers.delete(`${label}`); },
  timeLog(label = 'default', ...args) { line(1, [`${label}: ${((native.hrtime() - timers.get(`${label}`)) / 1e6).toFixed(3)}ms`, ...args]); },
  table(v) { line(1, [v]); },
  Console,
};
module.exports = console;
