'use strict';
// The module net: classes and overloads. Server and Socket are Go's.
const EventEmitter = require('events');
const { Duplex } = require('stream');
const errors = require('errors');
const { invalidArgType, invalidArgValue, checkFunction, checkBoolean, checkInteger, checkNumber, checkString } = errors;
const kArgs = Symbol('normalizedArgs');
let autoSelectFamily = true, attemptTimeout = 250;

// What is beneath sockets and servers is made when a program first looks, and goes through there from then on.
let seen = null;
let timed = null; // by perf_hooks
const handles = [function() { return require('net_handle').get(this); }, function(v) { require('net_handle').set(this, v); }];

const isPipeName = (s) => typeof s === 'string' && toPort(s) === false;
function toPort(v) { const n = Number(v); return n >= 0 ? n : false; }

function checkPort(v, name = 'Port', zero = true) {
  if (typeof v !== 'number' && typeof v !== 'string' || typeof v === 'string' && v.trim().length === 0 ||
      +v !== (+v >>> 0) || +v > 0xFFFF || +v === 0 && !zero) {
    const err = errors.coded(RangeError, 'ERR_SOCKET_BAD_PORT', `${name} should be >${zero ? '=' : ''} 0 and < 65536.${errors.received(v)}.`);
    throw err;
  }
  return v | 0;
}

// normalize turns the arguments of connect and listen into options and a callback.
function normalize(args) {
  let options = {};
  if (args.length > 0) {
    const [first] = args;
    if (typeof first === 'object' && first !== null) options = first;
    else if (isPipeName(first)) options.path = first;
    else {
      options.port = first;
      if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
    }
  }
  const cb = args.at(-1);
  const list = [options, typeof cb === 'function' ? cb : null];
  list[kArgs] = true;
  return list;
}

function getDuration(ms, name) {
  checkNumber(name, ms);
  if (ms < 0 || !Number.isFinite(ms)) throw errors.outOfRange(name, 'a non-negative finite number', ms);
  if (ms > 2147483647) {
    process.emitWarning(`${ms} does not fit into a 32-bit signed integer.\nTimer duration was truncated to 2147483647.`, 'TimeoutOverflowWarning');
    return 2147483647;
  }
  return ms;
}

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  if (options?.objectMode) throw invalidArgValue('options.objectMode', options.objectMode, 'is not supported');
  if (options?.readableObjectMode || options?.writableObjectMode) {
    const name = `options.${options.readableObjectMode ? 'readable' : 'writable'}ObjectMode`;
    throw invalidArgValue(name, true, 'is not supported');
  }
  if (options?.keepAliveInitialDelay !== undefined) {
    checkNumber('options.keepAliveInitialDelay', options.keepAliveInitialDelay);
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  if (typeof options === 'number') options = { fd: options };
  else options = { ...options };
  if (options.onread !== undefined && options.onread !== null) {
    const { buffer, callback } = Object(options.onread);
    if (typeof callback !== 'function' || !(buffer instanceof Uint8Array) && typeof buffer !== 'function') delete options.onread;
  }
  if (options.fd !== undefined) checkInteger('fd', options.fd, 0, 2147483647);
  if (options.handle) require('net_handle');
  if (EventEmitter.captureRejections) options.captureRejections = true;
  native.socketInit(this, options);
  this._hadError = false;
  this._host = null;
  this._parent = null;
  if (options.signal) require('stream_extras').watch(options.signal, this);
}
Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);
// Node's sockets hear their own end. Go sees to what that does; here is the listener that programs count.
native.setSocketClass(Socket, function onReadableStreamEnd() {});

const own = {
  connect(...args) {
    if (this.write !== Socket.prototype.write) this.write = Socket.prototype.write; // also that of a class; Node does it
    const [options, cb] = args[0]?.[kArgs] ? args[0] : normalize(args);
    if (options.host === null || options.port === undefined && options.path == null) throw errors.missingArgs(['options', 'port', 'path']);
    const o = { ...options };
    const { path } = o;
    if (path != null) checkString('options.path', path);
    else checkConnect(o);
    if (cb) this.once('connect', cb);
    if (!path) o.autoSelectFamily ??= autoSelectFamily;
    timed?.(this);
    native.socketConnect(this, o);
    return this;
  },
  setTimeout(ms, cb) {
    if (this.destroyed) return this;
    this.timeout = ms;
    ms = getDuration(ms, 'msecs');
    if (cb !== undefined) checkFunction('callback', cb);
    native.socketTimeout(this, Math.trunc(ms));
    if (ms === 0) { if (cb) this.removeListener('timeout', cb); } else if (cb) this.once('timeout', cb);
    return this;
  },
  setNoDelay(on) {
    on = on === undefined ? true : !!on;
    if (seen) seen.setNoDelay(this, on);
    else native.socketNoDelay(this, on);
    return this;
  },
  setKeepAlive(on, delay) {
    if (seen) seen.setKeepAlive(this, !!on, ~~(delay / 1000));
    else native.socketKeepAlive(this, !!on, Math.max(0, ~~(delay / 1000) * 1000));
    return this;
  },
  address() { return this.localAddress === undefined ? {} : { address: this.localAddress, family: this.localFamily, port: this.localPort }; },
  ref() { if (seen) seen.refer(this, 'ref'); else native.socketRef(this); return this; },
  unref() { if (seen) seen.refer(this, 'unref'); else native.socketUnref(this); return this; },
  destroySoon() { native.socketDestroySoon(this); },
  resetAndDestroy() { native.socketReset(this); return this; },
  _read(n) { native.superRead(this, n); },
  _write(chunk, encoding, cb) { native.superWrite(this, chunk, encoding, cb); },
  _final(cb) { native.superFinal(this, cb); },
  _destroy(err, cb) { native.superDestroy(this, err, cb); },
  _writev(chunks, cb) { native.superWrite(this, Buffer.concat(chunks.map((c) => Buffer.from(c.chunk, c.encoding))), 'buffer', cb); },
  _onTimeout() { this.emit('timeout'); },
};
for (const name of Object.keys(own)) Socket.prototype[name] = own[name];
const getter = (C, name, get, set) => Object.defineProperty(C.prototype, name, { configurable: true, enumerable: false, get, set });
for (const name of Object.keys(native.socketGetters)) getter(Socket, name, native.socketGetters[name], function(v) { Object.defineProperty(this, name, { value: v, writable: true, configurable: true, enumerable: true }); });
getter(Socket, '_connecting', native.socketGetters.connecting);
getter(Socket, '_bytesDispatched', native.socketGetters.bytesWritten);
getter(Socket, 'server', function() { return native.socketServer(this); }, function() {});
getter(Socket, '_server', function() { return native.socketServer(this); }, function() {});
getter(Socket, '_handle', ...handles);

function checkConnect(o) {
  const { localAddress, localPort, port } = o;
  if (localAddress && !isIP(localAddress)) throw errors.coded(TypeError, 'ERR_INVALID_IP_ADDRESS', `Invalid IP address: ${localAddress}`);
  if (localPort) checkNumber('options.localPort', localPort);
  if (port !== undefined) {
    if (typeof port !== 'number' && typeof port !== 'string') throw invalidArgType('options.port', 'one of type number or string', port);
    o.port = checkPort(port);
  }
  if (o.autoSelectFamily != null) checkBoolean('options.autoSelectFamily', o.autoSelectFamily);
  if (o.autoSelectFamilyAttemptTimeout != null) {
    checkInteger('options.autoSelectFamilyAttemptTimeout', o.autoSelectFamilyAttemptTimeout, 1, 2147483647);
    o.autoSelectFamilyAttemptTimeout = Math.max(10, o.autoSelectFamilyAttemptTimeout);
  } else {
    o.autoSelectFamilyAttemptTimeout = attemptTimeout;
  }
  if (o.lookup != null) checkFunction('options.lookup', o.lookup);
  else if (o.host && !native.isIP(`${o.host}`) && typeof o.host !== 'string') throw invalidArgType('hostname', 'of type string', o.host);
  else o.lookup = require('dns')._replaced();
  if (o.family !== undefined && ![0, 4, 6, 'IPv4', 'IPv6'].includes(o.family)) throw invalidArgValue('options.family', o.family, 'must be one of: 0, 4, 6');
  if (o.hints !== undefined && o.hints & ~0x70) throw invalidArgValue('hints', o.hints);
  o.host ||= 'localhost';
}

function connect(...args) {
  const normalized = normalize(args);
  const [options] = normalized;
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(normalized);
}

const { Server, createServer } = (() => require('net_server'))()({ checkPort, isPipeName, normalize, Socket, getter, handles, seen: () => seen });
const isIP = (s) => native.isIP(`${s}`);

module.exports = {
  _createServerHandle() { throw new Error('net._createServerHandle is not supported'); },
  _normalizeArgs: normalize, _setSimultaneousAccepts() {},
  connect, createConnection: connect, createServer,
  isIP, isIPv4: (s) => isIP(s) === 4, isIPv6: (s) => isIP(s) === 6,
  Server, Socket, Stream: Socket,
  getDefaultAutoSelectFamily: () => autoSelectFamily,
  setDefaultAutoSelectFamily(v) { checkBoolean('value', v); autoSelectFamily = v; },
  getDefaultAutoSelectFamilyAttemptTimeout: () => attemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout(v) { checkInteger('value', v, 1, 2147483647); attemptTimeout = Math.max(10, v); },
};
for (const name of ['BlockList', 'SocketAddress']) {
  Object.defineProperty(module.exports, name, { configurable: true, enumerable: true, get: () => require('net_blocklist')[name] });
}
errors.hidden(module.exports, '_kArgs', kArgs);
errors.hidden(module.exports, '_timed', (f) => { timed = f; });
errors.hidden(module.exports, '_seen', (handle) => { seen = handle; });
