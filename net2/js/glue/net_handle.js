'use strict';
// What programs find at socket._handle and server._handle, and the classes behind it, which process.binding gives too.
// It is loaded when a program first looks; net then calls the functions of this module, so that a method of a handle
// that the program replaces is called.
const { Server, Socket, _seen } = require('net');
const table = native.handleMethods;
let ids = 0;
const kId = Symbol('asyncId');

class AsyncWrap {
  getAsyncId() { return this[kId] ??= ++ids; }
  getProviderType() { return 0; }
}

class HandleWrap extends AsyncWrap {}

class LibuvStreamWrap extends HandleWrap {}

const methods = (C, ...names) => {
  for (const name of names) Object.defineProperty(C.prototype, name, { value: table[name], writable: true, configurable: true, enumerable: true });
};
const getters = (C, ...names) => {
  for (const name of names) Object.defineProperty(C.prototype, name, { get: table[name], set(v) { Object.defineProperty(this, name, { value: v, writable: true, configurable: true }); }, configurable: true });
};
methods(HandleWrap, 'close', 'ref', 'unref', 'hasRef');
methods(LibuvStreamWrap, 'readStart', 'readStop');
getters(LibuvStreamWrap, 'fd', 'bytesRead', 'bytesWritten', 'writeQueueSize', 'reading');
LibuvStreamWrap.prototype.isStreamBase = true;
Object.defineProperty(LibuvStreamWrap.prototype, 'owner', { get() { return native.handleOwner(this); }, set() {}, configurable: true });

class TCP extends LibuvStreamWrap {
  constructor() { super(); native.handleNew(this); }
}
methods(TCP, 'open', 'bind', 'bind6', 'getsockname', 'getpeername', 'setNoDelay', 'setKeepAlive');

class Pipe extends LibuvStreamWrap {
  constructor() { super(); native.handleNew(this); }
  bind(path) { return table.bindPath.call(this, path); }
}
methods(Pipe, 'open');

native.handlesSeen(TCP.prototype, Pipe.prototype);

function get(owner) {
  const h = native.handleOf(owner);
  if (h !== null && owner instanceof Server && !Object.hasOwn(h, 'onconnection')) h.onconnection = onconnection;
  return h;
}

function set(owner, handle) { if (!handle) native.handleForget(owner); }

function onconnection(status, handle) {
  const server = native.handleOwner(this);
  if (status || !server) return;
  if (server.noDelay && handle.setNoDelay) handle.setNoDelay(true);
  if (server.keepAlive && handle.setKeepAlive) handle.setKeepAlive(true, server.keepAliveInitialDelay);
  native.emitConnection(server, handle);
}

// arrived is told of every connection that a server accepts.
function arrived(server, handle) {
  const own = get(server);
  if (own) own.onconnection(0, handle);
}

// connected is told just before `connect`.
function connected(socket) {
  const handle = get(socket), delay = native.socketKeepAliveSet(socket);
  if (!handle) return;
  if (native.socketNoDelaySet(socket) && handle.setNoDelay) handle.setNoDelay(true);
  if (delay >= 0 && handle.setKeepAlive) handle.setKeepAlive(true, delay);
}

function setNoDelay(socket, on) {
  const handle = get(socket);
  if (handle && !handle.setNoDelay) return;
  const changed = native.socketNoDelaySet(socket) !== on;
  native.socketNoDelaySet(socket, on);
  if (handle && changed) handle.setNoDelay(on);
  else if (!handle || isHandle(handle)) native.socketNoDelay(socket, on);
}

function setKeepAlive(socket, on, seconds) {
  const handle = get(socket);
  if (handle && !handle.setKeepAlive) return;
  const want = on ? seconds : -1, changed = native.socketKeepAliveSet(socket) !== want;
  native.socketKeepAliveSet(socket, want);
  if (handle && changed) handle.setKeepAlive(on, seconds);
  else if (!handle) native.socketKeepAlive(socket, on, Math.max(0, seconds) * 1000);
}

// refer is ref and unref: of what is not connected, once it is.
function refer(owner, name) {
  const handle = get(owner);
  if (handle) { if (typeof handle[name] === 'function') handle[name](); }
  else if (owner instanceof Socket) owner.once('connect', owner[name]);
  else native[name === 'ref' ? 'serverRef' : 'serverUnref'](owner);
}

// What libuv's streams and those who write a handle in JavaScript tell each other.
const kReadBytesOrError = 0, kArrayBufferOffset = 1, kBytesWritten = 2, kLastWriteWasAsync = 3;
const streamBaseState = [0, 0, 0, 0, 0];
class WriteWrap extends AsyncWrap {}
class ShutdownWrap extends AsyncWrap {}
const requests = { WriteWrap, ShutdownWrap };
function request(name, handle) {
  streamBaseState[kLastWriteWasAsync] = 0;
  return Object.assign(new requests[name](), { handle });
}

const bindings = {
  tcp_wrap: { TCP, TCPConnectWrap: class TCPConnectWrap extends AsyncWrap {}, constants: { SOCKET: 0, SERVER: 1, UV_TCP_IPV6ONLY: 1 } },
  pipe_wrap: { Pipe, PipeConnectWrap: class PipeConnectWrap extends AsyncWrap {}, constants: { SOCKET: 0, SERVER: 1, IPC: 2, UV_READABLE: 1, UV_WRITABLE: 2 } },
  stream_wrap: { LibuvStreamWrap, WriteWrap, ShutdownWrap, streamBaseState, kReadBytesOrError, kArrayBufferOffset, kBytesWritten, kLastWriteWasAsync },
};

const isHandle = (v) => v instanceof LibuvStreamWrap;
module.exports = {
  bindings, get, set, isHandle, arrived, connected, setNoDelay, setKeepAlive, refer, request,
  readState: () => streamBaseState, wasAsync: () => streamBaseState[kLastWriteWasAsync] !== 0,
};
_seen(module.exports);
