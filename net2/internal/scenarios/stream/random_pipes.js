'use strict';
// Random pipes: two sources and three destinations; see random_programs.js.
const { track, exit } = require('../transcript.js');
const { Readable, Writable } = require('stream');
const first = Number(process.env.FIRST || 1);
const programs = Number(process.env.PROGRAMS || 120);

class Program {
  constructor(seed) {
    this.x = Math.imul(seed, 2654435761) >>> 0;
    this.words = [];
    this.budget = 30;
    this.n = 0;
    this.log = track('p' + seed);
  }
  pick(n) { this.x = (Math.imul(this.x, 1664525) + 1013904223) >>> 0; return (this.x >>> 16) % n; }
  say(...words) { this.words.push(words.join(',')); }
  chunk() { const c = String.fromCharCode(97 + this.n++ % 26); return c.repeat(1 + this.pick(5)); }
  later(fn) {
    switch (this.pick(4)) {
      case 0: fn(); break;
      case 1: process.nextTick(fn); break;
      case 2: setImmediate(fn); break;
      case 3: queueMicrotask(fn); break;
    }
  }
  start() {
    this.sources = [0, 1].map((i) => this.source(i));
    this.sinks = [0, 1, 2].map((i) => this.sink(i));
    this.step(16);
  }
  source(i) {
    const p = this;
    let reads = 8;
    const o = { highWaterMark: [1, 4, 9][this.pick(3)], autoDestroy: this.pick(6) !== 0 };
    if (this.pick(4) === 0) o.encoding = 'utf8';
    o.read = function() {
      if (reads-- <= 0) { p.say(`R${i}`, 'eof', this.push(null)); return; }
      if (p.pick(2) === 0) p.say(`R${i}`, this.push(p.chunk()));
      else p.later(() => p.say(`R${i}`, this.push(p.chunk())));
    };
    const r = new Readable(o);
    for (const e of ['error', 'close', 'end', 'pause', 'resume']) r.on(e, (err) => this.say(`${e}${i}`, message(err)));
    return r;
  }
  sink(i) {
    const o = { highWaterMark: [1, 4, 9, 40][this.pick(4)], autoDestroy: this.pick(6) !== 0, objectMode: this.pick(5) === 0 };
    const odds = this.pick(2) === 0 ? 30 : 1000;
    o.write = (c, e, cb) => {
      this.say(`W${i}`, text(c));
      if (this.pick(odds) === 0) this.later(() => cb(new Error('hook')));
      else this.later(cb);
    };
    const w = new Writable(o);
    for (const e of ['error', 'close', 'finish', 'drain']) {
      w.on(e, (err) => { this.say(`${e}${i}`, message(err)); if (this.pick(6) === 0) this.op(); });
    }
    for (const e of ['pipe', 'unpipe']) w.on(e, (src) => this.say(`${e}${i}`, this.sources.indexOf(src)));
    return w;
  }
  step(left) {
    if (left === 0) return;
    this.op();
    this.later(() => this.step(left - 1));
  }
  op() {
    if (this.budget-- <= 0) return;
    const i = this.pick(2);
    const k = this.pick(3);
    const r = this.sources[i];
    const w = this.sinks[k];
    switch (this.pick(16)) {
      case 0: case 1: case 2: case 3: this.say(`${i}>${k}`); r.pipe(w); break;
      case 4: this.say(`${i}>${k}!`); r.pipe(w, { end: false }); break;
      case 5: case 6: this.say(`${i}/${k}`); r.unpipe(w); break;
      case 7: this.say(`${i}/`); r.unpipe(); break;
      case 8: this.say(`pause${i}`); r.pause(); break;
      case 9: this.say(`resume${i}`); r.resume(); break;
      case 10: this.say(`once${i}`); r.once('data', (d) => { this.say(`D${i}`, text(d)); this.op(); }); break;
      case 11: case 12: this.say(`write${k}`, w.write(this.chunk())); break;
      case 13: if (this.pick(3) === 0) { this.say(`end${k}`); w.end(); } break;
      case 14: this.destroy(`source${i}`, r); break;
      case 15: this.destroy(`sink${k}`, w); break;
    }
    this.state();
  }
  destroy(name, s) {
    if (this.pick(4) !== 0) return;
    const e = this.pick(2) === 0 ? new Error('destroyed') : undefined;
    this.say(name, 'destroy', message(e));
    s.destroy(e);
  }
  state() {
    this.say(
      this.sources.map((r) => `${r.readableFlowing}:${r.readableLength}:${r.listenerCount('data')}${r.listenerCount('end')}${r.isPaused() ? 'p' : ''}`).join('|') + '|' +
      this.sinks.map((w) => `${w.writableLength}:${w.writableNeedDrain ? 'n' : ''}` +
        ['drain', 'unpipe', 'error', 'close', 'finish'].map((e) => w.listenerCount(e)).join('')).join('|'));
  }
}

const text = (v) => (v === null ? 'null' : v.toString());
const message = (e) => (e ? e.code || e.message : '');

for (let seed = first; seed < first + programs; seed++) {
  const p = new Program(seed);
  p.start();
  exit(() => p.log(p.words.join(' ')));
}
