'use strict';
// The channel between a process and its parent: messages are lines of JSON, as Node's are.
const EventEmitter = require('events');
const errors = require('errors');
const { StringDecoder } = require('string_decoder');
const { checkObject } = errors;

// Control is process.channel: it counts why the channel keeps the process alive.
class Control extends EventEmitter {
  #socket; #reasons = 0; #decided = false;
  constructor(socket) {
    super();
    this.#socket = socket;
    errors.hidden(this, '_waiting', []); // messages that nobody listened for yet
  }
  refCounted() { if (++this.#reasons === 1 && !this.#decided) this.#socket.ref(); }
  unrefCounted() {
    if (--this.#reasons === 0 && !this.#decided) {
      this.#socket.unref();
      this.emit('unref');
    }
  }
  ref() { this.#decided = true; this.#socket.ref(); }
  unref() { this.#decided = true; this.#socket.unref(); }
}

const isInternal = (m) => m !== null && typeof m === 'object' && typeof m.cmd === 'string' && m.cmd.length > 5 && m.cmd.startsWith('NODE_');

// setup gives target, a ChildProcess or process, the channel that a socket is. onClose hears that the other side is gone.
function setup(target, socket, onClose) {
  const control = new Control(socket);
  target.channel = control;
  let rest = '';
  const decoder = new StringDecoder('utf8');
  const tell = (event, message) => {
    if (event === 'internalMessage' || target.listenerCount('message')) target.emit(event, message, undefined);
    else target.channel?._waiting.push(message);
  };
  socket.on('data', (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!line || !target.channel) continue;
      const message = JSON.parse(line);
      process.nextTick(tell, isInternal(message) ? 'internalMessage' : 'message', message);
    }
  });
  let over = false;
  socket.on('error', () => {}); // a reader that is gone is told as disconnect
  socket.on('close', () => {
    if (over) return;
    if (target.connected) target.disconnect();
    onClose?.();
  });
  target.on('newListener', () => {
    process.nextTick(() => {
      if (!target.channel || !target.listenerCount('message')) return;
      for (const message of target.channel._waiting.splice(0)) target.emit('message', message, undefined);
    });
  });
  target.connected = true;

  target.send = function(message, handle, options, callback) {
    if (typeof handle === 'function') [callback, handle, options] = [handle];
    else if (typeof options === 'function') [callback, options] = [options];
    else if (options !== undefined) checkObject('options', options);
    if (this.connected) return this._send(message, handle, { swallowErrors: false, ...options }, callback);
    const err = errors.coded(Error, 'ERR_IPC_CHANNEL_CLOSED', 'Channel closed');
    fail(this, err, callback);
    return false;
  };
  target._send = function(message, handle, options, callback) {
    if (message === undefined) throw errors.missingArgs('message');
    if (!['string', 'object', 'number', 'boolean'].includes(typeof message)) throw errors.invalidArgType('message', 'one of type string, object, number, or boolean', message);
    if (handle) throw errors.coded(TypeError, 'ERR_INVALID_HANDLE_TYPE', 'This handle type cannot be sent');
    const done = (err) => {
      if (!err) return void (typeof callback === 'function' && callback(null));
      if (!(options === true || options?.swallowErrors)) fail(target, err, callback);
    };
    const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
    // Like Node, at once if the system takes it: process.exit may come next.
    const taken = socket.writableLength > 0 ? 0 : native.channelWrite(socket, bytes);
    if (taken < 0) done(require('child_process_class').systemError(taken, 'write'));
    else if (taken === bytes.length) process.nextTick(done);
    else {
      control.refCounted();
      socket.write(bytes.subarray(taken), (err) => { control.unrefCounted(); done(err); });
    }
    return socket.writableLength < 65536 * 2;
  };
  target.disconnect = function() {
    if (!this.connected) return void this.emit('error', errors.coded(Error, 'ERR_IPC_DISCONNECTED', 'IPC channel is already disconnected'));
    this.connected = false;
    this._disconnect();
  };
  target._disconnect = function() {
    this.channel = null;
    process.nextTick(() => {
      over = true;
      socket.destroySoon();
      target.emit('disconnect');
    });
  };
  return control;
}

function fail(target, err, callback) {
  process.nextTick(() => { if (typeof callback === 'function') callback(err); else target.emit('error', err); });
}

// join makes process the child of the process that forked it.
function join(fd) {
  const socket = native.channelOpen(fd);
  if (!socket) return;
  const control = setup(process, socket);
  socket.unref();
  const counts = (name) => name === 'message' || name === 'disconnect';
  process.on('newListener', (name) => { if (counts(name)) control.refCounted(); });
  process.on('removeListener', (name) => { if (counts(name)) control.unrefCounted(); });
}

module.exports = { setup, join };
