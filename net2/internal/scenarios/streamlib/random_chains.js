'use strict';
// Random chains: both halves draw the same numbers, build the same streams, join them with pipeline, compose or
// duplexPair, watch them with finished, and disturb them. PROGRAMS and FIRST choose others than the recorded ones.
const { track, exit } = require('../transcript.js');
const { Readable, Writable, Transform, PassThrough, pipeline, finished, compose, duplexPair } = require('stream');
const first = Number(process.env.FIRST || 1);
const programs = Number(process.env.PROGRAMS || 250);

class Chain {
  constructor(seed) {
    this.x = Math.imul(seed, 2654435761) >>> 0;
    this.words = [];
    this.reads = 8;
    this.n = 0;
    this.log = track('p' + seed);
    this.all = [];
  }
  pick(n) { this.x = (Math.imul(this.x, 1664525) + 1013904223) >>> 0; return (this.x >>> 16) % n; }
  say(...words) { this.words.push(words.join(',')); }
  chunk() { return String.fromCharCode(97 + this.n++ % 26).repeat(1 + this.pick(5)); }
  later(fn) {
    switch (this.pick(4)) {
      case 0: fn(); break;
      case 1: process.nextTick(fn); break;
      case 2: setImmediate(fn); break;
      case 3: queueMicrotask(fn); break;
    }
  }
  start() {
    const shape = this.pick(6);
    const n = this.pick(3);
    const list = [this.pick(4) === 0 ? this.transform() : this.source()];
    for (let i = 0; i < n; i++) list.push(this.transform());
    list.push(this.pick(3) === 0 ? this.transform() : this.sink());
    this.watchAll(list);
    switch (shape) {
      case 0: case 1: case 2: this.pipeline(list); break;
      case 3: this.compose(list); break;
      case 4: this.pair(); break;
      case 5: for (let i = 1; i < list.length; i++) list[i - 1].pipe(list[i]); break;
    }
    this.step(10);
  }
  pipeline(list) {
    pipeline(list, (err) => this.say('P', message(err)));
    const last = list[list.length - 1];
    if (last.pipe && last._readableState && this.pick(2) === 0) pipeline(last, this.add('z', this.sink()), (err) => this.say('Q', message(err)));
  }
  compose(list) {
    const d = compose(...list);
    this.say('composed', d.readable, d.writable);
    this.add('d', d);
  }
  pair() {
    const [a, b] = duplexPair(this.marks());
    this.add('a', a);
    this.add('b', b);
    if (this.pick(2) === 0) b.pipe(b);
    else pipeline(b, this.add('m', this.transform()), b, (err) => this.say('E', message(err)));
  }
  watchAll(list) { list.forEach((s, i) => this.add(String(i), s)); }
  add(name, s) {
    s.setMaxListeners(0);
    this.all.push([name, s]);
    for (const e of ['error', 'close', 'end', 'finish', 'prefinish', 'drain', 'unpipe']) {
      s.on(e, (err) => this.say(name, e, ...(e === 'error' ? [message(err)] : [])));
    }
    if (this.pick(2) === 0) this.finished(name, s);
    return s;
  }
  finished(name, s) {
    const o = { error: this.pick(5) !== 0 };
    switch (this.pick(4)) {
      case 0: o.readable = false; break;
      case 1: o.writable = false; break;
    }
    const stop = finished(s, o, (err) => { this.say(name, 'finished', message(err)); if (this.pick(4) === 0) stop(); });
  }
  marks() { return { highWaterMark: [0, 1, 4, 9][this.pick(4)], autoDestroy: this.pick(8) !== 0, emitClose: this.pick(8) !== 0 }; }
  source() { return new Readable({ ...this.marks(), read: this.hookRead() }); }
  hookRead() {
    const p = this;
    return function() {
      const s = this;
      if (p.reads-- <= 0) { s.push(null); return; }
      switch (p.pick(8)) {
        case 0: case 1: case 2: s.push(p.chunk()); break;
        case 3: case 4: p.later(() => s.push(p.chunk())); break;
        case 5: s.push(p.chunk()); s.push(p.chunk()); break;
        case 6: if (p.pick(3) === 0) s.push(null); else s.push(p.chunk()); break;
        case 7: if (p.pick(5) === 0) throw new Error('read'); s.push(p.chunk()); break;
      }
    };
  }
  sink() {
    const o = { ...this.marks(), write: (c, e, cb) => { this.say('W', c); this.answer(cb); } };
    if (this.pick(3) === 0) o.writev = (cs, cb) => { this.say('V', cs.map((c) => c.chunk).join('+')); this.answer(cb); };
    if (this.pick(3) === 0) o.final = (cb) => { this.say('F'); this.answer(cb); };
    return new Writable(o);
  }
  transform() {
    if (this.pick(4) === 0) return new PassThrough(this.marks());
    const p = this;
    const o = { ...this.marks(), transform(c, e, cb) {
      p.say('T', c);
      switch (p.pick(6)) {
        case 0: this.push(c); this.push(c); p.answer(cb); break;
        case 1: p.answer(cb); break;
        case 2: if (p.pick(4) === 0) this.push(null); p.answer(cb); break;
        default: p.answer(cb, c); break;
      }
    } };
    if (this.pick(2) === 0) o.flush = (cb) => { p.say('L'); p.answer(cb, p.pick(2) === 0 ? '.' : undefined); };
    if (this.pick(5) === 0) o.final = (cb) => { p.say('F'); p.answer(cb); };
    return new Transform(o);
  }
  answer(cb, v) {
    if (this.pick(25) === 0) return this.later(() => cb(new Error('hook')));
    this.later(() => cb(null, v));
  }
  step(left) {
    if (left === 0) return;
    this.op();
    this.later(() => this.step(left - 1));
  }
  op() {
    const [name, s] = this.all[this.pick(this.all.length)];
    switch (this.pick(12)) {
      case 0: case 1: case 2: if (s.write && this.pick(2) === 0) this.say(name, 'write', s.write(this.chunk())); break;
      case 3: if (s.end && this.pick(3) === 0) { this.say(name, 'end()'); s.end(); } break;
      case 4: if (this.pick(4) === 0) { this.say(name, 'destroy()'); s.destroy(); } break;
      case 5: if (this.pick(4) === 0) { this.say(name, 'destroy(e)'); s.destroy(new Error('op')); } break;
      case 6: this.finished(name, s); break;
      case 7: case 8: if (s.resume) { this.say(name, 'resume()'); s.resume(); } break;
      case 9: if (s.read) this.say(name, 'read', text(s.read())); break;
      case 10: if (s.pause && this.pick(3) === 0) { this.say(name, 'pause()'); s.pause(); } break;
      case 11: if (this.pick(6) === 0) { this.say(name, 'emit'); s.emit('error', new Error('said')); } break;
    }
    this.say(this.all.map(([, s]) => `${s.destroyed ? 1 : 0}${s.readableLength ?? ''}:${s.writableLength ?? ''}`).join(' '));
  }
}

const text = (v) => (v === null ? 'null' : v.toString());
const message = (e) => (e ? e.code || e.message : '');

for (let seed = first; seed < first + programs; seed++) {
  const p = new Chain(seed);
  p.start();
  exit(() => p.log(p.words.join(' ')));
}
