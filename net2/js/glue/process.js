'use strict';
// process: an emitter, the queue of ticks, the streams, and the end of the program.
const EventEmitter = require('events');
const errors = require('errors');

function process() {}
const proto = Object.create(EventEmitter.prototype, { constructor: { value: process, writable: true, configurable: true } });
process.prototype = proto;
const p = Object.create(proto);
EventEmitter.call(p);
const hidden = (name, value) => Object.defineProperty(p, name, { value, writable: true, configurable: true, enumerable: false });
const version = '20.20.2';
let exiting = false, exitCode;

function hrtime(previous) {
  const ns = native.hrtime();
  let s = Math.floor(ns / 1e9), n = Math.floor(ns % 1e9);
  if (previous) {
    s -= previous[0];
    n -= previous[1];
    if (n < 0) { s--; n += 1e9; }
  }
  return [s, n];
}
hrtime.bigint = () => BigInt(Math.round(native.hrtime()));

function chdir(dir) {
  errors.checkString('directory', dir);
  const failed = native.chdir(dir);
  if (!failed) return;
  const code = native.errorName(failed.errno);
  throw Object.assign(new Error(`${code}: ${failed.text}, chdir '${p.cwd()}' -> '${dir}'`), { errno: failed.errno, code, syscall: 'chdir', path: p.cwd(), dest: dir });
}

Object.assign(p, {
  title: 'nodenet', version: `v${version}`, versions: { node: version, nodenet: '1' }, arch: native.arch, platform: native.platform,
  release: { name: 'node' }, argv: [native.execPath, ...native.args], argv0: native.argv0, execArgv: native.flags, execPath: native.execPath, env: native.env, pid: native.pid,
  ppid: native.ppid, features: { inspector: false }, config: { variables: {}, target_defaults: { default_configuration: 'Release' } },
  nextTick: native.nextTick, hrtime,
  cwd: () => native.cwd(), umask: () => 0o022, uptime: () => native.hrtime() / 1e9, chdir,
  memoryUsage: Object.assign(function memoryUsage() { return { rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }; }, { rss: () => 0 }), cpuUsage: () => ({ user: 0, system: 0 }),
  kill(pid, signal) {
    if (pid != (pid | 0)) throw errors.invalidArgType('pid', 'of type number', pid); // eslint-disable-line eqeqeq
    const { signalNumber, systemError } = require('child_process_class');
    const errno = native.kill(pid | 0, signal === 0 ? 0 : signalNumber(signal ?? 'SIGTERM'));
    if (errno) throw systemError(errno, 'kill');
    return true;
  },
  abort() { native.exit(134); },
  exit(code) {
    if (code !== undefined) p.exitCode = code;
    if (!exiting) p._exit();
    native.exit(numeric(exitCode));
  },
  reallyExit: (code) => native.exit(code ?? 0),
  emitWarning, setUncaughtExceptionCaptureCallback(f) { capture = f; }, hasUncaughtExceptionCaptureCallback: () => capture != null,
  binding(name) {
    const { bindings } = require('net_handle');
    if (!Object.hasOwn(bindings, name)) throw errors.coded(Error, 'ERR_INVALID_MODULE', `No such module: ${name}`);
    return bindings[name];
  },
});
if (native.platform !== 'win32') Object.assign(p, { getuid: () => native.uid, geteuid: () => native.uid, getgid: () => native.gid, getegid: () => native.gid, getgroups: () => native.getgroups() });
Object.defineProperty(p, 'exitCode', { enumerable: true, configurable: true, get: () => exitCode, set(code) {
  if (code !== undefined && code !== null && typeof code !== 'number' && !(typeof code === 'string' && /^-?\d+$/.test(code))) throw errors.invalidArgType('code', 'of type number', code);
  if (typeof code === 'number' && !Number.isInteger(code)) throw errors.outOfRange('code', 'an integer', code);
  exitCode = code ?? undefined;
} });
Object.defineProperty(p, Symbol.toStringTag, { value: 'process', configurable: true });
const numeric = (code) => code === undefined ? 0 : Number(code) & 255;

let capture = null;
const messageOf = (err) => typeof err === 'string' ? err : require('util').inspect(err, { depth: 5, customInspect: false });
hidden('_main', (file) => {
  p.argv.splice(1, 0, file);
  join();
});
// A script of the command line sees the modules as globals.
hidden('_evaluating', (code) => {
  p._eval = code;
  Object.assign(globalThis, { module: { exports: {}, id: '[eval]', filename: '[eval]' }, exports: {}, __filename: '[eval]', __dirname: '.' });
  for (const name of native.coreModules()) {
    if (name.includes('/') || name.startsWith('_') || name in globalThis) continue;
    const set = (value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
    Object.defineProperty(globalThis, name, { configurable: true, get() { const m = require(name); set(m); return m; }, set });
  }
  join();
});
// join takes the channel to the process that forked this one.
function join() {
  const { NODE_CHANNEL_FD: fd, NODE_CHANNEL_SERIALIZATION_MODE: mode } = p.env;
  if (!native.channel || !fd) return;
  delete p.env.NODE_CHANNEL_FD;
  delete p.env.NODE_CHANNEL_SERIALIZATION_MODE;
  if (mode === undefined || mode === 'json') require('child_process_channel').join(+fd);
}

hidden('_exit', () => {
  if (exiting) return numeric(exitCode);
  exiting = true;
  hidden('_exiting', true);
  native.exiting();
  p.emit('exit', numeric(exitCode));
  return numeric(exitCode);
});
hidden('_exitAfter', (code) => {
  if (exiting) return code;
  exitCode = code;
  return p._exit() === code ? code : numeric(exitCode);
});
hidden('_beforeExit', () => { p.emit('beforeExit', numeric(exitCode)); });
// Who takes uncaught exceptions writes their stacks down, or reads them: they get the form that V8 gives them.
function asV8(err) {
  const stack = err instanceof Error ? Object.getOwnPropertyDescriptor(err, 'stack') : undefined;
  if (!stack?.writable || typeof stack.value !== 'string' || !stack.value.includes('\n\tat ')) return;
  err.stack = stack.value.replace(/\n\tat (.*?)(?:\(\d+\)(\))|\(\d+\))?$/gm, '\n    at $1$2').trimEnd();
}
hidden('_uncaught', (err, origin = 'uncaughtException') => {
  asV8(err);
  p.emit('uncaughtExceptionMonitor', err, origin);
  if (capture) { capture(err); return true; }
  return p.emit('uncaughtException', err, origin);
});
hidden('_report', (err) => {
  const isError = err instanceof Error || typeof err?.stack === 'string';
  native.write(2, `${messageOf(err)}\n${isError ? '' : '(Use `node --trace-uncaught ...` to show where the exception was thrown)\n'}\nNode.js v${version}\n`);
});
hidden('_unhandledRejection', (reason, promise) => {
  if (p.emit('unhandledRejection', reason, promise)) return;
  if (!(reason instanceof Error)) reason = new errors.UnhandledPromiseRejection(reason);
  if (!p._uncaught(reason, 'unhandledRejection')) { throw reason; }
});

hidden('_rejectionHandled', (promise) => { p.emit('rejectionHandled', promise); });

function emitWarning(warning, type, code) {
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) ({ code, detail, type } = type);
  if (typeof type === 'function') type = 'Warning';
  if (typeof warning === 'string') {
    const message = warning;
    warning = new Error(message);
    Object.defineProperty(warning, 'name', { value: String(type || 'Warning'), configurable: true, writable: true });
    if (code !== undefined && typeof code !== 'function') warning.code = code;
    if (detail !== undefined) warning.detail = detail;
  } else if (!(warning instanceof Error)) throw errors.invalidArgType('warning', 'of type string or an instance of Error', warning);
  if (warning.name === 'DeprecationWarning' && p.noDeprecation) return;
  native.nextTick(() => {
    const shown = `${warning.code ? `[${warning.code}] ` : ''}${warning.name}: ${warning.message}`;
    native.write(2, `(node:${p.pid}) ${shown}\n${warning.detail ? `${warning.detail}\n` : ''}`);
    p.emit('warning', warning);
  });
}

// Signals are listened to while someone listens.
const listening = new Map(), signals = new Set(native.signals);
p.on('newListener', (type) => {
  if (signals.has(type) && !listening.has(type)) listening.set(type, native.onSignal(type, (name, n) => p.emit(name, name, n)));
});
p.on('removeListener', (type) => {
  if (listening.has(type) && p.listenerCount(type) === 0) {
    native.offSignal(listening.get(type));
    listening.delete(type);
  }
});

const lazy = (name, make) => {
  let v;
  Object.defineProperty(p, name, { configurable: true, enumerable: true, get: () => v ??= make(), set(x) { v = x; } });
};
lazy('stdin', () => require('stdio').stdin());
lazy('stdout', () => require('stdio').output(1));
lazy('stderr', () => require('stdio').output(2));
module.exports = p;
