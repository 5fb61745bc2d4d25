'use strict';
// Random programs: both halves draw the same numbers, so they do the same to their streams and must see the same.
// PROGRAMS and FIRST choose others than the recorded ones.
const { track } = require('../transcript.js');
const { Readable, Writable, Duplex } = require('stream');
const first = Number(process.env.FIRST || 1);
const programs = Number(process.env.PROGRAMS || 250);

class Program {
  constructor(seed) {
    this.x = Math.imul(seed, 2654435761) >>> 0;
    this.words = [];
    this.budget = 30;
    this.reads = 12;
    this.n = 0;
    this.log = track('p' + seed);
    this.data = (d) => { this.say('D', text(d)); if (this.pick(6) === 0) this.op(); };
    this.readable = () => {
      this.say('readable', this.s.readableLength);
      const n = this.pick(4);
      if (n < 2) { while (this.budget-- > 0) { const v = this.s.read(); this.say('read', text(v)); if (v === null) break; } }
      else if (n === 2) this.op();
    };
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
    const kind = this.pick(3);
    const o = {
      objectMode: this.pick(5) === 0, highWaterMark: [0, 1, 4, 9][this.pick(4)], autoDestroy: this.pick(6) !== 0,
      emitClose: this.pick(8) !== 0, allowHalfOpen: this.pick(3) !== 0,
    };
    this.objects = o.objectMode;
    const p = this;
    if (this.pick(5) === 0) o.construct = (cb) => { p.say('C'); p.answer(cb, 20); };
    if (this.pick(3) === 0) o.destroy = (e, cb) => { p.say('X', message(e)); p.later(() => cb(e)); };
    if (kind !== 1) o.read = () => p.onRead();
    if (kind !== 0) {
      o.write = (c, e, cb) => { p.say('W', text(c)); p.answer(cb, 12); };
      if (this.pick(2) === 0) o.writev = (cs, cb) => { p.say('V', cs.map((c) => text(c.chunk)).join('+')); p.answer(cb, 12); };
      if (this.pick(3) === 0) o.final = (cb) => { p.say('F'); p.answer(cb, 12); };
    }
    this.r = kind !== 1;
    this.w = kind !== 0;
    this.s = new [Readable, Writable, Duplex][kind](o);
    for (const e of ['error', 'close', 'end', 'finish', 'prefinish', 'drain', 'pause', 'resume']) {
      this.s.on(e, (err) => { this.say(e, ...(e === 'error' ? [message(err)] : [])); if (e !== 'error' && this.pick(5) === 0) this.op(); });
    }
    this.step(14);
  }
  step(left) {
    if (left === 0) return;
    this.op();
    this.later(() => this.step(left - 1));
  }
  // answer calls a hook's callback, once or, one time in odds, with an error or twice.
  answer(cb, odds) {
    const e = this.pick(odds);
    if (e === 0) return this.later(() => cb(new Error('hook')));
    if (e === 1) return this.later(() => { cb(); cb(); });
    this.later(() => cb());
  }
  onRead() {
    this.say('R');
    if (this.reads-- <= 0) { this.say('eof', this.s.push(null)); return; }
    switch (this.pick(9)) {
      case 0: case 1: case 2: this.say('push', this.s.push(this.chunk())); break;
      case 3: case 4: this.later(() => this.say('push', this.s.push(this.chunk()))); break;
      case 5: this.say('push', this.s.push(this.chunk())); this.say('push', this.s.push(this.chunk())); break;
      case 6: this.say('push', this.s.push('')); break;
      case 7: if (this.pick(6) === 0) throw new Error('read'); break;
      case 8: if (this.pick(3) === 0) this.say('eof', this.s.push(null)); break;
    }
  }
  op() {
    if (this.budget-- <= 0) return;
    if (this.r && (!this.w || this.pick(2) === 0)) this.readOp();
    else this.writeOp();
    this.state();
  }
  state() {
    const s = this.s;
    const f = [s.destroyed, s.closed];
    if (this.r) f.push(s.readable, s.readableEnded, s.readableAborted, s.isPaused(), s.readableDidRead);
    if (this.w) f.push(s.writable, s.writableEnded, s.writableFinished, s.writableNeedDrain, !this.r && s.writableAborted); // Duplex has no writableAborted
    this.say((this.r ? `${s.readableFlowing}:${s.readableLength}:` : '') + (this.w ? `${s.writableLength}:${s.writableCorked}:` : '') +
      f.map((b) => (b ? 1 : 0)).join(''));
  }
  readOp() {
    const s = this.s;
    switch (this.pick(20)) {
      case 0: case 1: case 2: this.say('on data'); s.on('data', this.data); break;
      case 3: this.say('off data'); s.off('data', this.data); break;
      case 4: this.say('once data'); s.once('data', this.data); break;
      case 5: this.say('on readable'); s.on('readable', this.readable); break;
      case 6: this.say('off readable'); s.off('readable', this.readable); break;
      case 7: this.say('once readable'); s.once('readable', this.readable); break;
      case 8: this.say('pause()'); s.pause(); break;
      case 9: case 10: this.say('resume()'); s.resume(); break;
      case 11: case 12: this.say('read', text(s.read())); break;
      case 13: { const n = this.pick(7); this.say(`read${n}`, text(s.read(n))); break; }
      case 14: this.say('read0', text(s.read(0))); break;
      case 15: this.say('push', s.push(this.chunk())); break;
      case 16: this.say('unshift', s.unshift(this.chunk())); break;
      case 17: if (this.pick(3) === 0) this.say('eof', s.push(null)); break;
      case 18: if (this.pick(2) === 0) { this.say('clear'); s.removeAllListeners(['data', 'readable'][this.pick(2)]); } break;
      case 19: this.destroy(); break;
    }
  }
  writeOp() {
    const s = this.s;
    // An uncork inside a callback that is told an error can make Node v20 call callbacks twice, or crash.
    const cb = () => { const n = this.n; return (e) => { this.say('cb', n, message(e)); if (!e && this.pick(4) === 0) this.op(); }; };
    switch (this.pick(14)) {
      case 0: case 1: case 2: case 3: { const c = this.chunk(); this.say('write', s.write(c)); break; }
      case 4: case 5: case 6: { const c = this.chunk(); this.say('write', s.write(c, cb())); break; }
      case 7: this.say('write', s.write('')); break;
      case 8: case 9: this.say('cork'); s.cork(); break;
      case 10: case 11: this.say('uncork'); s.uncork(); break;
      case 12: if (this.pick(2) === 0) this.end(cb); break;
      case 13: this.destroy(); break;
    }
  }
  end(cb) {
    switch (this.pick(3)) {
      case 0: this.say('end'); this.s.end(); break;
      case 1: this.say('end cb'); this.s.end(cb()); break;
      case 2: this.say('end chunk'); this.s.end(this.chunk(), cb()); break;
    }
  }
  destroy() {
    if (this.pick(4) !== 0) return;
    const e = this.pick(2) === 0 ? new Error('destroyed') : undefined;
    this.say('destroy', message(e));
    this.s.destroy(e);
  }
}

const text = (v) => (v === null ? 'null' : v.toString());
const message = (e) => (e ? e.code || e.message : '');

for (let seed = first; seed < first + programs; seed++) {
  const p = new Program(seed);
  p.start();
  require('../transcript.js').exit(() => p.log(p.words.join(' ')));
}
