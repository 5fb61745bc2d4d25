'use strict';
// net.Server. The module net gives what both need.
const EventEmitter = require('events');
const errors = require('errors');
const { invalidArgType, invalidArgValue, checkFunction, checkNumber } = errors;
const kArgs = () => require('net')._kArgs;

module.exports = ({ checkPort, isPipeName, normalize, Socket, getter, handles, seen }) => {
  function Server(options, listener) {
    if (!(this instanceof Server)) return new Server(options, listener);
    EventEmitter.call(this, options);
    if (typeof options === 'function') [listener, options] = [options, {}];
    else if (options == null || typeof options === 'object') options = { ...options };
    else throw invalidArgType('options', 'of type object', options);
    if (options.keepAliveInitialDelay !== undefined) {
      checkNumber('options.keepAliveInitialDelay', options.keepAliveInitialDelay);
      if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
    }
    if (options.highWaterMark !== undefined) {
      checkNumber('options.highWaterMark', options.highWaterMark);
      if (options.highWaterMark < 0) options.highWaterMark = undefined;
    }
    if (EventEmitter.captureRejections) options.captureRejections = true;
    native.serverInit(this, options);
    if (typeof listener === 'function') this.on('connection', listener);
    this.allowHalfOpen = options.allowHalfOpen || false;
    this.pauseOnConnect = !!options.pauseOnConnect;
    this.noDelay = Boolean(options.noDelay);
    this.keepAlive = Boolean(options.keepAlive);
    this.keepAliveInitialDelay = ~~(options.keepAliveInitialDelay / 1000);
    this.highWaterMark = options.highWaterMark ?? require('stream').getDefaultHighWaterMark();
    if (options.blockList) this.blockList = options.blockList;
  }
  Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
  Object.setPrototypeOf(Server, EventEmitter);
  native.watchEmit(Server.prototype);

  const kMax = Symbol('maxConnections');
  const own = {
    listen(...args) {
      let [options, cb] = args[0]?.[kArgs()] ? args[0] : normalize(args);
      if (this.listening) throw errors.coded(Error, 'ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
      const once = () => { if (cb !== null) this.once('listening', cb); };
      const backlog = Math.trunc(options.backlog || [args[1], args[2]].find((n) => Number(n) >= 0)) || 0;
      options = options._handle ?? options.handle ?? options;
      if (options instanceof Server || options instanceof Socket || seen()?.isHandle(options)) {
        once();
        native.serverListen(this, { handle: options, backlog });
        return this;
      }
      if (typeof options.fd === 'number' && options.fd >= 0) {
        once();
        native.serverListen(this, { fd: options.fd, backlog });
        return this;
      }
      if (options.signal) watch(this, options.signal);
      if (args.length === 0 || typeof args[0] === 'function' || options.port === undefined && 'port' in options || options.port === null) options = { ...options, port: 0 };
      if (typeof options.port === 'number' || typeof options.port === 'string') {
        const port = checkPort(options.port, 'options.port');
        once();
        native.serverListen(this, { port, host: options.host ?? '', ipv6Only: !!options.ipv6Only, backlog });
        return this;
      }
      if (options.path && isPipeName(options.path)) {
        once();
        native.serverListen(this, { path: options.path, backlog });
        const mode = (options.readableAll ? 0o444 : 0) | (options.writableAll ? 0o222 : 0);
        if (mode) native.addMode(options.path, mode);
        return this;
      }
      if (!('port' in options || 'path' in options)) throw invalidArgValue('options', options, 'must have the property "port" or "path"');
      throw invalidArgValue('options', options);
    },
    close(cb) {
      if (typeof cb === 'function' && !this.listening && !native.serverAddress(this)) {
        this.once('close', () => cb.call(this, errors.coded(Error, 'ERR_SERVER_NOT_RUNNING', 'Server is not running.')));
        native.serverClose(this);
        return this;
      }
      if (typeof cb === 'function') this.once('close', cb);
      native.serverClose(this);
      return this;
    },
    address() { return native.serverAddress(this); },
    getConnections(cb) { checkFunction('callback', cb); native.serverConnections(this, cb); return this; },
    ref() { if (seen()) seen().refer(this, 'ref'); else native.serverRef(this); return this; },
    unref() { if (seen()) seen().refer(this, 'unref'); else native.serverUnref(this); return this; },
    [Symbol.asyncDispose]() {
      return new Promise((resolve, reject) => { if (this.listening) this.close((err) => err ? reject(err) : resolve()); else resolve(); });
    },
    [Symbol.for('nodejs.rejection')](err, event, socket) {
      if (event === 'connection') socket.destroy(err); else this.emit('error', err);
    },
  };
  for (const name of Reflect.ownKeys(own)) Server.prototype[name] = own[name];
  getter(Server, 'listening', function() { return !!native.serverListening(this); });
  getter(Server, '_connectionKey', function() {
    const a = native.serverAddress(this);
    return typeof a === 'object' && a ? `${a.family.slice(-1)}:${a.address}:0` : `${a}:-1:-1`;
  }, function() {});
  getter(Server, '_handle', ...handles);
  getter(Server, 'maxConnections', function() { return this[kMax]; }, function(n) {
    Object.defineProperty(this, kMax, { value: n, writable: true, configurable: true });
    native.serverMaxConnections(this, n > 0 ? Math.min(n, 2 ** 31) : n === 0 ? 0 : 0);
  });

  function watch(server, signal) {
    errors.checkSignal('options.signal', signal);
    const abort = () => server.close();
    if (signal.aborted) process.nextTick(abort);
    else {
      signal.addEventListener('abort', abort, { once: true });
      server.once('close', () => signal.removeEventListener('abort', abort));
    }
  }
  return { Server, createServer: (options, listener) => new Server(options, listener) };
};
