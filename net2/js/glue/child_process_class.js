'use strict';
// ChildProcess: a process that was started, its streams and its end.
const EventEmitter = require('events');
const errors = require('errors');

function ChildProcess() {
  EventEmitter.call(this);
  this._closesNeeded = 1; // the exit, every stream that can be read, the channel
  this._closesGot = 0;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
  this._handle = {};
}
Object.setPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
Object.setPrototypeOf(ChildProcess, EventEmitter);

function systemError(errno, syscall) {
  const code = native.errorName(errno);
  return Object.assign(new Error(`${syscall} ${code}`), { errno, code, syscall });
}

function counted(child) {
  child._closesGot++;
  if (child._closesGot === child._closesNeeded) child.emit('close', child.exitCode, child.signalCode);
}

// lend stops us from reading what another process is to read, until that has ended. If we have begun, a chunk may be ours.
const lent = new Map(); // a socket: how many have it
function lend(socket, child) {
  const { fd } = socket._handle;
  native.childLend(socket);
  if (socket.readable) socket.pause();
  lent.set(socket, (lent.get(socket) ?? 0) + 1);
  const back = () => {
    lent.set(socket, lent.get(socket) - 1);
    if (lent.get(socket) > 0) return;
    lent.delete(socket);
    if (socket._handle?.fd === fd) native.childReturns(socket, fd);
  };
  if (child._handle && child.pid !== undefined) child.prependOnceListener('exit', back); else back();
}

// drain reads what nobody reads, so that the streams end.
function drain(child) {
  for (const s of child.stdio ?? []) if (s?.readable && !lent.has(s)) s.resume();
}

function ended(child, code, signal) {
  if (signal) child.signalCode = signal; else child.exitCode = code;
  child.stdin?.destroy();
  child._handle = null;
  if (code < 0) {
    const err = systemError(code, `spawn ${child.spawnfile}`);
    err.path = child.spawnfile;
    err.spawnargs = child.spawnargs.slice(1);
    child.emit('error', err);
  } else {
    child.emit('exit', child.exitCode, child.signalCode);
  }
  process.nextTick(drain, child);
  counted(child);
}

// afterChannel runs f when the channel of a child that has ended is read to its end: what the child sent last is told
// before its exit, as in Node. A process that has inherited the channel does not hold the exit up.
function afterChannel(channel, f) {
  if (!channel || channel.closed) return void f();
  const done = () => { clearTimeout(timer); process.nextTick(f); };
  const timer = setTimeout(() => { channel.off('close', done); f(); }, 20);
  channel.once('close', done);
}

// What the system may refuse is told by an event; everything else is thrown.
const told = new Set(['EACCES', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOENT']);

ChildProcess.prototype.spawn = function(options) {
  errors.checkObject('options', options);
  const { list, channelAt } = describe(options.stdio || 'pipe', false);
  if (![undefined, 'json'].includes(options.serialization)) {
    if (options.serialization === 'advanced') throw errors.coded(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'The serialization "advanced" is not available on nodenet');
    throw errors.invalidArgValue('options.serialization', options.serialization, 'must be one of: undefined, \'json\', \'advanced\'');
  }
  const env = [...options.envPairs ?? []];
  if (channelAt !== undefined) env.push(`NODE_CHANNEL_FD=${channelAt}`, 'NODE_CHANNEL_SERIALIZATION_MODE=json');
  errors.checkString('options.file', options.file);
  this.spawnfile = options.file;
  this.spawnargs = options.args ?? [];
  const started = native.childSpawn({ ...options, args: this.spawnargs, envPairs: env, stdio: list },
    (code, signal) => afterChannel(started.sockets[channelAt], () => ended(this, code, signal)));
  if (started.errno) {
    const refused = native.errorName(started.errno);
    if (!told.has(refused)) throw systemError(started.errno, 'spawn');
    process.nextTick(ended, this, started.errno, null);
    if (refused === 'EMFILE' || refused === 'ENFILE') return started.errno;
  } else {
    process.nextTick(() => this.emit('spawn'));
    this._handle = started.handle;
  }
  this.pid = started.pid;
  this._take(started.sockets, list);
  if (channelAt !== undefined) require('child_process_channel').setup(this, started.sockets[channelAt], () => counted(this));
  return started.errno;
};

errors.hidden(ChildProcess.prototype, '_take', function(sockets, list) {
  this.stdio = sockets.map((socket, i) => {
    if (list[i].socket) lend(list[i].socket, this);
    if (!socket) return null;
    if (i > 0) this._closesNeeded++;
    if (list[i].ipc) return null;
    if (i > 0) socket.on('close', () => counted(this));
    if (list[i].relay === undefined) return socket;
    socket.on('data', (chunk) => native.write(list[i].relay, chunk));
    return null;
  });
  [this.stdin = null, this.stdout = null, this.stderr = null] = this.stdio;
});

ChildProcess.prototype.kill = function(sig) {
  const signal = sig === 0 ? 0 : signalNumber(sig === undefined ? 'SIGTERM' : sig);
  if (!this._handle) return false;
  const errno = native.childKill(this._handle, signal);
  if (errno === undefined) return false; // it was never started
  if (errno === 0) {
    this.killed = true;
    return true;
  }
  const err = systemError(errno, 'kill');
  if (err.code === 'EINVAL' || err.code === 'ENOSYS') throw err;
  if (err.code !== 'ESRCH') this.emit('error', err);
  return false;
};
ChildProcess.prototype[Symbol.dispose] = function() { if (!this.killed) this.kill(); };
ChildProcess.prototype.ref = function() { if (this._handle) native.childRef(this._handle); };
ChildProcess.prototype.unref = function() { if (this._handle) native.childUnref(this._handle); };

function signalNumber(signal) {
  const table = native.signalNumbers;
  if (typeof signal === 'number' && Object.values(table).includes(signal)) return signal;
  if (typeof signal === 'string' && table[signal.toUpperCase()]) return table[signal.toUpperCase()];
  throw errors.coded(TypeError, 'ERR_UNKNOWN_SIGNAL', `Unknown signal: ${signal}`);
}

// everywhere is what a word means as the stdio of a whole process.
function everywhere(word, last) {
  if (!['ignore', 'pipe', 'overlapped', 'inherit'].includes(word)) throw errors.invalidArgValue('stdio', word);
  return [word, word, word, ...last ? [last] : []];
}

// describe turns the stdio option into what Go opens.
function describe(stdio, sync) {
  if (typeof stdio === 'string') stdio = everywhere(stdio);
  else if (!Array.isArray(stdio)) throw errors.invalidArgValue('stdio', stdio);
  let channelAt;
  const list = Array.from({ length: Math.max(3, stdio.length) }, (_, i) => {
    const item = stdio[i] ?? (i < 3 ? 'pipe' : 'ignore');
    if (item === 'ignore') return { type: 'ignore' };
    if (item === 'pipe' || item === 'overlapped' || typeof item === 'number' && item < 0) return { type: 'pipe' };
    if (item === 'ipc') {
      if (sync) throw errors.coded(Error, 'ERR_IPC_SYNC_FORK', 'IPC cannot be used with synchronous forks');
      if (channelAt !== undefined) throw errors.coded(Error, 'ERR_IPC_ONE_PIPE', 'Child process can have only one IPC pipe');
      channelAt = i;
      return { type: 'pipe', ipc: true };
    }
    if (item === 'inherit') return inherited(i);
    if (typeof item === 'number') return inherited(item);
    if (typeof item.fd === 'number' && item.fd >= 0) return inherited(item.fd);
    if (item._handle?.fd >= 0) return { type: 'fd', fd: item._handle.fd, socket: item };
    if (sync && (ArrayBuffer.isView(item) || typeof item === 'string')) return { type: 'pipe', input: item };
    if (ArrayBuffer.isView(item) || typeof item === 'string') throw errors.coded(TypeError, 'ERR_INVALID_SYNC_FORK_INPUT', `Asynchronous forks do not support Buffer, TypedArray, DataView or string input: ${require('util').inspect(item)}`);
    throw errors.invalidArgValue('stdio', item);
  });
  return { list, channelAt };
}

// inherited is a descriptor of ours. One that is no file to the system, as an embedder may give, is carried by us.
function inherited(fd) {
  if (native.standardIsFile(fd)) return { type: 'fd', fd };
  return fd === 0 ? { type: 'ignore' } : { type: 'pipe', relay: fd };
}

module.exports = { ChildProcess, describe, everywhere, signalNumber, systemError };
