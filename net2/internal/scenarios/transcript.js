'use strict';
// The JavaScript half of the transcripts: collects what a scenario logs and prints it when the process ends, track by
// track. The Go half is net2/internal/transcript; both format values alike, so change them together.

const fs = require('fs');
const os = require('os');
const path = require('path');

const tracks = new Map(); // name -> lines, in order of first use
const names = new Map(); // text that differs from run to run -> the name that stands for it
const exits = [];
const patience = 20000;

// track returns the log function of one actor. Lines of one track keep their order; tracks are not ordered among
// themselves.
function track(name) {
  if (!tracks.has(name)) tracks.set(name, []);
  const lines = tracks.get(name);
  return (...args) => { lines.push(args.map(format)); };
}

function format(v) {
  if (v === undefined || v === null) return 'null';
  if (Buffer.isBuffer(v) || v instanceof Uint8Array) {
    const text = Buffer.from(v).toString();
    return Buffer.from(text).equals(v) ? format(text) : '0x' + Buffer.from(v).toString('hex');
  }
  if (v instanceof Error) return escape(v.code ? `${v.code} ${v.message}`.trim() : v.message || '""');
  if (typeof v === 'string') return v === '' ? '""' : escape(v);
  if (typeof v === 'boolean' || typeof v === 'number') return String(v);
  throw new TypeError(`a transcript cannot print a ${typeof v}: log its parts`);
}

function escape(text) {
  return text.replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}

// port makes every line print NAME where the number n stands as a word of its own.
function port(n, name) {
  if (n) names.set(String(n), name);
}

// socketPath returns a path for a Unix socket (a named pipe on Windows) that nobody uses; lines print it as PATH.
function socketPath() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'nodenet-'));
  const p = process.platform === 'win32' ? `\\\\.\\pipe\\${path.basename(dir)}` : path.join(dir, 's');
  names.set(p, 'PATH');
  exit.last.push(() => fs.rmSync(dir, { recursive: true, force: true }));
  return p;
}

// exit runs fn when the event loop has nothing left to do; what it logs is still printed.
function exit(fn) {
  exits.push(fn);
}
exit.last = [];

function rename(line) {
  for (const [text, name] of names) {
    const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    line = line.replace(new RegExp(`(?<![0-9A-Za-z_])${literal}(?![0-9A-Za-z_])`, 'g'), () => name);
  }
  return line;
}

function print() {
  let out = '';
  for (const [name, lines] of tracks) {
    for (const words of lines) out += rename(`${name}: ${words.join(' ')}`) + '\n';
  }
  write(Buffer.from(out));
}

// write goes on until all is written: a pipe takes what it has room for.
function write(rest) {
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(1, rest));
    } catch (e) {
      if (e.code !== 'EAGAIN') throw e;
    }
  }
}

process.on('exit', () => {
  for (const fn of exits) fn();
  print();
  for (const fn of exit.last) fn();
});

// A scenario that hangs shows the lines it got to.
setTimeout(() => {
  fs.writeSync(2, `the scenario still ran after ${patience} ms\n`);
  process.exit(1);
}, patience).unref();

module.exports = { track, port, socketPath, exit };
