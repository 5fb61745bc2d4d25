// Plays the programs that stand in the file argv[2], several at a time, and prints one transcript a line.
// The Go half is play.go, socket.go and ops.go; keep them alike.
'use strict';
const net = require('net');
const fs = require('fs');
const os = require('os');
const path = require('path');
const input = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const shake = input.shake ? require(path.join(__dirname, 'shake.js'))(input.shake) : null;

const EVENTS = ['connect', 'ready', 'pause', 'resume', 'end', 'finish', 'drain', 'timeout', 'pipe', 'unpipe'];
const STEP_MS = 4; // between two looks whether something happened
const QUIET = 6; // looks without anything: rest
const QUIET_TIMEOUT = 36; // the same while a socket's timeout may still fire
const QUIET_HUGE = 60; // the same in the middle of a lot: a full kernel may probe for room 200 ms later
const LONGEST = 4000; // looks: a program that never rests is broken

class Actor {
  constructor(program, name) {
    this.program = program; this.name = name;
    this.lives = 0; // connections that were accepted
    this.calls = 0; // of connect
    this.tracks = [[]]; // lines, by life: two lives of an actor have no order
    this.counts = {}; this.socket = null;
    this.fed = false; // some other socket was piped into this one
    this.feeds = false; // this one was piped into another
    this.reset();
  }
  // reset begins to count anew what is received: per life.
  reset() { this.seen = { total: 0, hash: 2166136261, ended: false }; }
  say(...words) { this.tell(this.name === 'srv' ? 0 : this.lives, ...words); }
  tell(life, ...words) {
    this.program.touch();
    const lines = this.tracks[life] || (this.tracks[life] = []);
    lines.push(words.join(' ').replace(/(127\.0\.0\.\d:)\d+/g, '$1PORT').replace(this.program.path || '\0', 'PATH'));
  }
  take(chunk, seen = this.seen) {
    this.program.touch();
    this.program.receiving = true;
    const b = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let i = 0; i < b.length; i++) {
      seen.hash = (this.program.mixes ? seen.hash + b[i] : Math.imul(seen.hash ^ b[i], 16777619)) >>> 0;
    }
    seen.total += b.length;
    for (const s of this.program.waiting('bytes', this.name)) if (seen.total >= s.on.n) this.program.set(s);
  }
  // got is what arrived, unless the kernel decided how much of it did: a peer that died in the middle of a lot.
  got(seen = this.seen) {
    const peer = this.program.peer(this);
    const cut = seen.total > 1e6 && peer && peer.destroyed && !peer.writableFinished;
    return cut ? 'got a lot' : `got ${seen.total} ${seen.hash.toString(16)}`;
  }
  fire(event) {
    const n = this.counts[event] = (this.counts[event] || 0) + 1;
    for (const s of this.program.waiting(event, this.name)) if (Math.max(1, s.on.n || 0) === n) this.program.set(s);
  }
  // adopt listens to all that a new socket says.
  adopt(socket, reads) {
    this.socket = socket;
    this.program.all.push(socket);
    const life = this.lives, seen = this.seen;
    const say = (...words) => this.tell(life, ...words, this.state(socket));
    for (const e of EVENTS) {
      socket.on(e, () => {
        // How often more was written than the kernel takes shows in these.
        const backpressure = e === 'drain' ? this.fed : (e === 'pause' || e === 'resume') && this.feeds && this.program.huge;
        if (!backpressure) say(e, ...(e === 'end' ? [this.got(seen)] : []));
        if (e === 'end') seen.ended = true;
        if (e === 'connect') this.wroteEarly = false;
        if (!backpressure) this.fire(e);
      });
    }
    socket.on('error', (err) => { say('error', message(err)); this.fire('error'); });
    socket.on('close', (hadError) => { say('close', !!hadError); this.closed = true; this.fire('close'); });
    if (reads === 'data') this.onData();
    if (reads === 'resume') socket.resume();
    if (reads === 'readable') this.onReadable();
  }
  onData() {
    const seen = this.seen;
    this.socket.on('data', (c) => this.take(c, seen));
  }
  onReadable() {
    const s = this.socket, seen = this.seen;
    s.on('readable', () => { for (let c; (c = s.read()) !== null;) this.take(c, seen); });
  }
  state(s = this.socket) {
    const flow = s.readableFlowing === null ? '0' : s.readableFlowing ? '>' : '|';
    return s.readyState + ' ' + [
      [s.connecting, 'c'], [s.pending, 'p'], [s.destroyed, 'D'], [s.closed, 'X'], [s.errored, '!'], [s.readable, 'r'],
      [s.readableEnded, 'E'], [s.isPaused(), 'P'], [true, flow], [s.writable, 'w'], [s.writableEnded, 'e'],
      [s.writableFinished, 'f'], [s.writableNeedDrain && !this.fed, 'n'], [s.writableCorked, 'k'],
    ].map(([on, letter]) => (on ? letter : '')).join('') + (this.fed || !s.writableLength ? '' : s.writableLength);
  }
  // rest tells what only shows when nothing moves.
  rest() {
    const s = this.socket;
    if (!s) return;
    const words = ['rest', this.state(), 'timeout', s.timeout || 0];
    const peer = this.program.peer(this);
    const coming = peer && !peer.destroyed && peer.writableLength > 1e6; // how much came, the kernel knows
    if (!coming && (!s.destroyed || this.seen.ended)) words.push(this.got());
    if (!s.destroyed && !this.feeds && s.readableLength < 1000) words.push('holds', s.readableLength);
    if (!s.destroyed && !s.writableLength && !this.fed) words.push('wrote', s.bytesWritten);
    words.push(s.errored ? message(s.errored) : '-');
    this.say(...words);
  }
}

class Program {
  constructor(p, done) {
    this.p = p; this.done = done;
    this.moved = 0; this.timers = 0; this.rests = 0; this.looks = 0; this.quiet = 0; this.final = false;
    this.todo = new Set(p.steps);
    // What arrives may come in another order when it has several sources, or several listeners.
    this.mixes = p.steps.some((s) => ['pipe', 'onData', 'onceData', 'onReadable', 'read'].includes(s.op));
    this.huge = p.steps.some((s) => s.n > 1e6);
    this.srv = new Actor(this, 'srv');
    this.actors = { srv: this.srv };
    this.all = []; // sockets of all lives
    p.pairs.forEach((_, i) => { for (const n of ['c' + i, 's' + i]) this.actors[n] = new Actor(this, n); });
    this.start();
  }
  touch() { this.moved++; }
  waiting(event, actor) {
    return [...this.todo].filter((s) => s.on.event === event && (s.on.actor || '') === actor);
  }
  start() {
    const o = this.p.server;
    if (o.unix) this.path = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'nodenet-')), 's');
    // Without Nagle's algorithm, as here (docs/differences.md): a small write would wait 40 ms for an acknowledgement.
    const server = this.server = net.createServer({ allowHalfOpen: !!o.halfOpen, pauseOnConnect: !!o.pauseOnConnect, noDelay: true,
      ...(o.highWaterMark ? { highWaterMark: o.highWaterMark } : {}) });
    if (o.maxConnections) server.maxConnections = o.maxConnections;
    const say = (...words) => this.srv.say(...words);
    server.on('connection', (s) => this.accepted(s));
    server.on('listening', () => say('listening'));
    server.on('drop', () => say('drop'));
    server.on('error', (err) => say('error', message(err)));
    server.on('close', () => { say('close', server.listening); this.srv.fire('close'); });
    server.once('listening', () => {
      if (!this.path) this.port = server.address().port;
      if (shake) shake.server(server._handle);
      this.client(0);
      setTimeout(() => this.look(), STEP_MS);
    });
    if (this.path) server.listen(this.path); else server.listen(0, '127.0.0.1');
  }
  target(i) {
    if (this.path) return { path: this.path };
    return { port: this.port, host: '127.0.0.1', ...(this.p.pairs.length > 1 ? { localAddress: '127.0.0.' + (i + 2) } : {}) };
  }
  client(i) {
    const pair = this.p.pairs[i], a = this.actors['c' + i];
    const socket = new net.Socket({ allowHalfOpen: !!pair.halfOpen, ...(pair.highWaterMark ? { highWaterMark: pair.highWaterMark } : {}) });
    socket.setNoDelay(true);
    a.adopt(socket, pair.clientReads);
    this.connect(socket, i);
    this.starting = true;
    a.fire('start');
    this.starting = false;
  }
  connect(socket, i) {
    this.actors['c' + i].calls++;
    socket.connect(this.target(i));
    if (shake) shake.socket(socket._handle);
  }
  accepted(socket) {
    if (shake) shake.socket(socket._handle);
    const i = this.p.pairs.length > 1 ? Number((socket.remoteAddress || '').split('.')[3]) - 2 : 0;
    if (!(i >= 0)) { // reset before it was accepted: nobody knows whose it is
      this.srv.say('lost');
      this.all.push(socket);
      return socket.on('error', () => {}).destroy();
    }
    const a = this.actors['s' + i];
    a.lives++;
    a.reset();
    a.adopt(socket, this.p.pairs[i].serverReads);
    a.say('accepted', a.lives, a.state());
    if (++this.srv.lives === this.p.server.closeAfter) this.server.close();
    a.fire('accepted');
  }
  set(step) {
    if (!this.todo.delete(step)) return;
    const run = () => { this.touch(); perform(this, step); this.after('after', step.id); };
    switch (step.via) {
      case 'tick': return process.nextTick(run);
      case 'micro': return queueMicrotask(run);
      case 'immediate': return setImmediate(run);
      case 'timer': this.timers++; return setTimeout(() => { this.timers--; run(); }, step.id % 3 + 1);
    }
    run();
  }
  after(event, id) {
    for (const s of [...this.todo]) if (s.on.event === event && s.on.n === id) this.set(s);
  }
  peer(a) { return this.actors[(a.name[0] === 'c' ? 's' : 'c') + a.name[1]].socket; }
  // gone tells of a socket that may write, and whose peer is destroyed, was never accepted, or has another life by now.
  gone(a) {
    if (a.socket.destroyed || a.socket.connecting || a.socket.writableEnded) return false;
    const peer = this.peer(a);
    return !peer || peer.destroyed || this.actors['c' + a.name[1]].calls !== this.actors['s' + a.name[1]].lives;
  }
  sockets() { return Object.values(this.actors).map((a) => a.socket).filter(Boolean); }
  // look finds out whether the program rests.
  look() {
    const still = this.moved === this.last && this.timers === 0 && !this.sockets().some((s) => s.connecting && !s.destroyed);
    this.last = this.moved;
    this.quiet = still ? this.quiet + 1 : 0;
    let enough = this.sockets().some((s) => s.timeout && !s.destroyed) ? QUIET_TIMEOUT : QUIET;
    if (this.huge && this.receiving && this.sockets().some((s) => s.writableLength && !s.destroyed)) enough = QUIET_HUGE;
    if (++this.looks > LONGEST) { this.srv.say('never rests'); return this.end(); }
    if (this.quiet >= enough) {
      this.quiet = 0;
      if (this.final) return this.end();
      this.rest();
    }
    setTimeout(() => this.look(), STEP_MS);
  }
  rest() {
    this.receiving = false;
    for (const a of Object.values(this.actors)) a.rest();
    if (++this.rests < this.p.pairs.length) this.client(this.rests);
    if (this.rests > this.p.rests) {
      this.final = true;
      for (const s of this.all) s.destroy();
      this.server.close();
      return;
    }
    for (const s of this.waiting('rest', '')) if (s.on.n === this.rests) this.set(s);
  }
  end() {
    for (const s of this.all) s.destroy();
    if (this.path) fs.rmSync(path.dirname(this.path), { recursive: true, force: true });
    const lines = [];
    for (const a of Object.values(this.actors)) for (const track of a.tracks) for (const line of track || []) lines.push(`${a.name}: ${line}`);
    this.done({ seed: this.p.seed, lines });
  }
}

const message = (err) => (err.code ? `${err.code} ${err.message}` : err.message);

// text is n letters of step id; the odd one is not ASCII.
function text(step) {
  const letter = String.fromCharCode(97 + step.id % 26);
  return step.arg === 'utf8' ? 'é'.repeat(step.n >> 1) + letter.repeat(step.n & 1) : letter.repeat(step.n);
}

function perform(program, step) {
  const a = program.actors[step.actor];
  if (step.actor === 'srv') return performServer(program, a, step);
  if (!a.socket) return a.say(step.op, 'absent');
  if (writes(step) && program.gone(a)) return a.say(step.id + '.' + step.op, 'peer gone');
  if (early(program, a, step) || ENDS.has(step.op) && a.socket.writableLength > 1e6) {
    return a.say(step.id + '.' + step.op, 'not now'); // how far the kernel is nobody knows
  }
  try {
    const result = OPS[step.op](program, a, a.socket, step);
    a.say(step.id + '.' + step.op, ...(result === undefined ? [] : [result]), a.state());
  } catch (err) {
    a.say(step.id + '.' + step.op, 'throws', message(err), a.state());
  }
}

// early tells of a step that would destroy a socket that connects: a write after end does. And of an end before a reset
// that waits for the connection (docs/differences.md).
function early(program, a, step) {
  const s = a.socket;
  if (a.resets && !s.destroyed && (step.op === 'end' || step.op === 'destroySoon')) return true;
  if (!s.connecting) return false;
  if (program.starting && !program.path) return false;
  return ENDS.has(step.op) || s.writableEnded && writes(step);
}

function performServer(program, a, step) {
  const server = program.server;
  const done = (what) => (err, n) => {
    a.say(step.id + '.' + what, err ? message(err) : 'done', ...(n === undefined ? [] : [n]));
    program.after('called', step.id);
  };
  switch (step.op) {
    case 'close': if (step.call) server.close(done('closed')); else server.close(); break;
    case 'getConnections': server.getConnections(done('connections')); break;
    case 'maxConnections': server.maxConnections = step.n; break;
    case 'ref': server.ref(); break;
    case 'unref': server.unref(); break;
  }
  a.say(step.id + '.' + step.op, server.listening);
}

function callback(program, a, step) {
  if (!step.call) return [];
  return [(err) => {
    a.say(step.id + '.called', err ? message(err) : 'ok', a.state());
    program.after('called', step.id);
  }];
}

// writes are told apart: the turn buffer of this module departs from Node when the peer is gone (docs/differences.md).
const writes = (step) => ['write', 'uncork', 'pipe'].includes(step.op) || step.op === 'end' && step.n > 0;
const ENDS = new Set(['destroy', 'destroyError', 'reset', 'destroySoon']);
const OPS = {
  write(p, a, s, t) {
    a.wroteEarly = a.wroteEarly || s.connecting;
    const cb = callback(p, a, t);
    if (!t.arg) return s.write(Buffer.from(text(t)), ...cb);
    return s.write(text(t), t.arg, ...cb);
  },
  end(p, a, s, t) {
    a.endedEarly = a.endedEarly || s.connecting;
    a.wroteEarly = a.wroteEarly || s.connecting && t.n > 0;
    s.end(...(t.n ? [text(t)] : []), ...callback(p, a, t));
  },
  destroy(p, a, s) { s.destroy(); },
  destroyError(p, a, s, t) { s.destroy(new Error('own ' + t.id)); },
  destroySoon(p, a, s) {
    a.endedEarly = a.endedEarly || s.connecting;
    s.destroySoon();
  },
  reset(p, a, s) {
    a.resets = s.connecting;
    if (s.writableEnded) return 'not now'; // docs/differences.md
    s.resetAndDestroy();
  },
  pause(p, a, s) { s.pause(); },
  resume(p, a, s) { s.resume(); },
  read(p, a, s, t) {
    const c = t.n ? s.read(t.n) : s.read();
    if (c !== null) a.take(c);
    return c === null ? 'null' : c.length;
  },
  unshift(p, a, s, t) { s.unshift(text(t)); },
  setEncoding(p, a, s, t) { s.setEncoding(t.arg); },
  cork(p, a, s) { s.cork(); },
  uncork(p, a, s) { s.uncork(); },
  setTimeout(p, a, s, t) {
    if (t.call) s.setTimeout(t.n, () => a.say(t.id + '.called', a.state())); else s.setTimeout(t.n);
  },
  noDelay(p, a, s, t) {
    s.setNoDelay(t.n > 0);
    s.setNoDelay(true);
  },
  keepAlive(p, a, s, t) { s.setKeepAlive(t.n > 0, 1000); },
  ref(p, a, s) { s.ref(); },
  unref(p, a, s) { s.unref(); },
  halfOpen(p, a, s, t) { s.allowHalfOpen = t.n > 0; },
  onData(p, a) { a.onData(); },
  onceData(p, a, s) { s.once('data', (c) => a.take(c)); },
  offData(p, a, s) { s.removeAllListeners('data'); },
  onReadable(p, a) { a.onReadable(); },
  offReadable(p, a, s) { s.removeAllListeners('readable'); },
  once(p, a, s, t) { s.once(t.arg, () => t.arg === 'drain' && a.fed || a.say(t.id + '.late', t.arg)); },
  pipe(p, a, s, t) {
    const to = p.actors[t.arg];
    if (!to.socket) return 'absent';
    to.fed = a.feeds = true;
    to.wroteEarly = to.wroteEarly || to.socket.connecting;
    s.pipe(to.socket, t.n ? { end: false } : undefined);
  },
  unpipe(p, a, s) { s.unpipe(); },
  connect(p, a, s) {
    if (!a.closed || a.endedEarly || a.wroteEarly) return 'not now'; // what one life wrote may go out in the next: docs/differences.md
    a.closed = a.resets = false;
    p.connect(s, Number(a.name[1]));
  },
};

process.on('uncaughtException', (err) => {
  for (const p of playing) p.srv.say('uncaught', message(err));
});

const playing = new Set();
let next = 0, played = 0;
function more() {
  while (playing.size < input.width && next < input.programs.length) {
    const p = new Program(input.programs[next++], (result) => {
      playing.delete(p);
      played++;
      fs.writeSync(1, JSON.stringify(result) + '\n');
      if (played === input.programs.length) process.exit();
      more();
    });
    playing.add(p);
  }
}
more();
