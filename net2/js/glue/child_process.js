'use strict';
// The module child_process: the ways to start a process.
const errors = require('errors');
const { ChildProcess, everywhere, signalNumber } = require('child_process_class');
const { checkFunction, checkObject, checkString, coded, invalidArgType, invalidArgValue, outOfRange } = errors;
const maxBuffer = 1024 * 1024;

function noNulls(name, v) {
  if (typeof v === 'string' && v.includes('\0')) throw invalidArgValue(name, v, 'must be a string without null bytes');
}

// pathOf is a path that may be a URL of a file.
function pathOf(v, name) {
  if (v !== null && typeof v === 'object' && v.protocol === 'file:') v = decodeURIComponent(v.pathname);
  if (typeof v !== 'string') throw invalidArgType(name, 'of type string or an instance of Buffer or URL', v);
  noNulls(name, v);
  return v;
}

function checkLimits({ timeout, maxBuffer: max }) {
  if (timeout != null && !(Number.isInteger(timeout) && timeout >= 0)) throw outOfRange('timeout', 'an unsigned integer', timeout);
  if (max != null && !(typeof max === 'number' && max >= 0)) throw outOfRange('options.maxBuffer', 'a positive number', max);
}

function killSignalOf(v) {
  if (v == null) return undefined;
  if (typeof v !== 'string' && typeof v !== 'number') throw invalidArgType('options.killSignal', 'one of type string or number', v);
  return signalNumber(v);
}

function checkOptions(o) {
  const boolean = (name) => { if (o[name] != null) errors.checkBoolean(`options.${name}`, o[name]); };
  const int32 = (name) => { if (o[name] != null && o[name] !== (o[name] | 0)) throw invalidArgType(`options.${name}`, 'int32', o[name]); };
  boolean('detached');
  int32('uid');
  int32('gid');
  if (o.shell != null && typeof o.shell !== 'boolean' && typeof o.shell !== 'string') throw invalidArgType('options.shell', 'one of type boolean or string', o.shell);
  if (o.argv0 != null) {
    checkString('options.argv0', o.argv0);
    noNulls('options.argv0', o.argv0);
  }
  boolean('windowsHide');
  boolean('windowsVerbatimArguments');
}

// inShell is the program and the arguments that let a shell run a command.
function inShell(command, shell) {
  noNulls('options.shell', shell);
  if (process.platform !== 'win32') return { file: typeof shell === 'string' ? shell : '/bin/sh', args: ['-c', command] };
  const file = typeof shell === 'string' ? shell : process.env.comspec || 'cmd.exe';
  if (/^(?:.*\\)?cmd(?:\.exe)?$/i.test(file)) return { file, args: ['/d', '/s', '/c', `"${command}"`], windowsVerbatimArguments: true };
  return { file, args: ['-c', command] };
}

// environment is a list of NAME=value. What an object inherits counts too.
function environment(env) {
  const pairs = [], seen = new Set();
  const names = [];
  for (const name in env) names.push(name);
  if (process.platform === 'win32') names.sort();
  for (const name of names) {
    const key = process.platform === 'win32' ? name.toUpperCase() : name;
    if (seen.has(key) || env[name] === undefined) continue;
    seen.add(key);
    noNulls(`options.env['${name}']`, name);
    noNulls(`options.env['${name}']`, env[name]);
    pairs.push(`${name}=${env[name]}`);
  }
  return pairs;
}

// prepare checks what every function here is called with.
function prepare(file, args, options) {
  checkString('file', file);
  noNulls('file', file);
  if (file.length === 0) throw invalidArgValue('file', file, 'cannot be empty');
  if (Array.isArray(args)) args = [...args];
  else if (args == null) args = [];
  else if (typeof args !== 'object') throw invalidArgType('args', 'of type object', args);
  else [options, args] = [args, []];
  args.forEach((arg, i) => noNulls(`args[${i}]`, arg));
  if (options !== undefined) checkObject('options', options);
  options = { __proto__: null, ...options };
  const cwd = options.cwd != null ? pathOf(options.cwd, 'options.cwd') : undefined;
  checkOptions(options);
  let verbatim = options.windowsVerbatimArguments;
  if (options.shell) ({ file, args, windowsVerbatimArguments: verbatim } = inShell([file, ...args].join(' '), options.shell));
  args.unshift(typeof options.argv0 === 'string' ? options.argv0 : file);
  return { ...options, file, args, cwd, detached: !!options.detached, envPairs: environment(options.env || process.env), windowsHide: !!options.windowsHide, windowsVerbatimArguments: !!verbatim };
}

function spawn(file, args, options) {
  options = prepare(file, args, options);
  checkLimits({ timeout: options.timeout });
  if (options.signal !== undefined) errors.checkSignal('options.signal', options.signal);
  const killSignal = killSignalOf(options.killSignal);
  const child = new ChildProcess();
  child.spawn(options);
  const end = (err) => {
    try { if (child.kill(killSignal) && err) child.emit('error', err()); } catch (e) { child.emit('error', e); }
  };
  if (options.timeout > 0) {
    const timer = setTimeout(end, options.timeout);
    child.once('exit', () => clearTimeout(timer));
  }
  const { signal } = options;
  if (signal) {
    const abort = () => end(() => new errors.AbortError(undefined, { cause: signal.reason }));
    if (signal.aborted) process.nextTick(abort);
    else child.once('exit', require('events').addAbortListener(signal, abort)[Symbol.dispose]);
  }
  return child;
}

// withoutCode leaves out the code that this process was given on its command line: its children shall not run it.
function withoutCode(list) {
  const i = process._eval == null ? -1 : list.lastIndexOf(process._eval);
  return i > 0 ? list.toSpliced ? list.toSpliced(i - 1, 2) : list.filter((_, k) => k !== i && k !== i - 1) : list;
}

function fork(modulePath, args, options) {
  modulePath = pathOf(modulePath, 'modulePath');
  if (args == null) args = [];
  else if (typeof args === 'object' && !Array.isArray(args)) [options, args] = [args, []];
  else if (!Array.isArray(args)) throw invalidArgType('args', 'an instance of Array', args);
  if (options != null) checkObject('options', options);
  options = { __proto__: null, ...options, shell: false };
  options.execPath ||= process.execPath;
  noNulls('options.execPath', options.execPath);
  const execArgv = options.execArgv ?? withoutCode(process.execArgv);
  execArgv.forEach((arg, i) => noNulls(`options.execArgv[${i}]`, arg));
  if (typeof options.stdio === 'string') options.stdio = everywhere(options.stdio, 'ipc');
  else if (!Array.isArray(options.stdio)) options.stdio = everywhere(options.silent ? 'pipe' : 'inherit', 'ipc');
  else if (!options.stdio.includes('ipc')) throw coded(Error, 'ERR_CHILD_PROCESS_IPC_REQUIRED', "Forked processes must have an IPC channel, missing value 'ipc' in options.stdio");
  return spawn(options.execPath, [...execArgv, modulePath, ...args], options);
}

// forFile sorts the arguments of execFile and execFileSync.
function forFile(file, args, options, callback) {
  if (Array.isArray(args)) args = [...args];
  else if (args != null && typeof args === 'object') [callback, options, args] = [options, args, []];
  else if (typeof args === 'function') [callback, options, args] = [args, null, []];
  args ??= [];
  if (typeof options === 'function') [callback, options] = [options, null];
  else if (options != null) checkObject('options', options);
  if (callback != null) checkFunction('callback', callback);
  return { file, args, options: options ?? {}, callback };
}

// forShell sorts those of exec and execSync.
function forShell(command, options, callback) {
  checkString('command', command);
  noNulls('command', command);
  if (typeof options === 'function') [callback, options] = [options];
  options = { __proto__: null, ...options };
  options.shell = typeof options.shell === 'string' ? options.shell : true;
  return { command, options, callback };
}

module.exports = { ChildProcess, spawn, fork };
Object.assign(module.exports, require('child_process_exec')({ checkLimits, forFile, forShell, killSignalOf, maxBuffer, prepare, module: module.exports }));
module.exports._forkChild = (fd) => require('child_process_channel').join(fd);
