'use strict';
// pipe: Go's between two streams of ours, and this one to or from objects that only look like streams.
const EventEmitter = require('events');
const prepend = EventEmitter.prototype.prependListener;
const kPipes = Symbol('pipes');

function install(Readable, Writable) {
  const ours = (dest) => native.hasSide(dest, false) === true && dest.write === Writable.prototype.write &&
    dest.end === Writable.prototype.end && dest.emit === Writable.prototype.emit && dest.on === Writable.prototype.on && !Object.hasOwn(dest, 'writable');
  Readable.prototype.pipe = function(dest, options) {
    const stdio = dest === process.stdout || dest === process.stderr;
    const noEnd = options?.end === false || stdio;
    if (native.hasSide(this, true) && ours(dest) && (!this.readableObjectMode || dest.writableObjectMode) && this.on === Readable.prototype.on && !Object.hasOwn(this, 'pause') && !Object.hasOwn(this, 'resume') && !Object.hasOwn(this, 'read')) {
      return native.readableMethods._pipe.call(this, dest, noEnd);
    }
    return pipe(this, dest, noEnd);
  };
  Readable.prototype.unpipe = function(dest) {
    const list = this[kPipes] ?? [];
    const gone = dest === undefined ? list.splice(0) : list.includes(dest) ? list.splice(list.indexOf(dest), 1) : [];
    for (const d of gone) d.emit('unpipe', this, { hasUnpiped: false });
    if (dest === undefined || !gone.length) native.readableMethods._unpipe.call(this, dest);
    else if (!list.length) this.pause();
    return this;
  };
}

function pipe(src, dest, noEnd) {
  if (!Object.hasOwn(src, kPipes)) Object.defineProperty(src, kPipes, { value: [], configurable: true });
  src[kPipes].push(dest);
  let waiting = false, detached = false;
  const onDrain = () => {
    if (!waiting) return;
    waiting = false;
    if (dest.listenerCount?.('drain') !== undefined || true) src.resume();
  };
  const onData = (chunk) => {
    if (dest.write(chunk) === false && !waiting) {
      waiting = true;
      src.pause();
      dest.on('drain', onDrain);
    }
  };
  const onEnd = () => { if (noEnd) src.unpipe(dest); else dest.end(); };
  const onClose = () => { dest.removeListener('finish', onFinish); src.unpipe(dest); };
  const onFinish = () => { dest.removeListener('close', onClose); src.unpipe(dest); };
  const onError = (err) => {
    src.unpipe(dest);
    dest.removeListener('error', onError);
    if (dest.listenerCount('error') === 0) {
      const state = native.streamState(dest, false) ?? native.streamState(dest, true);
      if (state && !state.errorEmitted) native.errorOrDestroy(dest, err); else dest.emit('error', err);
    }
  };
  const onUnpipe = (stream, info) => {
    if (stream !== src || !info || info.hasUnpiped) return;
    info.hasUnpiped = true;
    detach();
  };
  const detach = () => {
    if (detached) return;
    detached = true;
    for (const [o, event, f] of listeners) o.removeListener(event, f);
    dest.removeListener('drain', onDrain);
    src.removeListener('data', onData);
    if (waiting) onDrain();
  };
  const listeners = [[dest, 'close', onClose], [dest, 'finish', onFinish], [dest, 'error', onError], [dest, 'unpipe', onUnpipe], [src, 'end', onEnd]];
  if (src.readableEnded) process.nextTick(onEnd); else src.once('end', onEnd);
  dest.on('unpipe', onUnpipe);
  src.on('data', onData);
  if (dest.prependListener) dest.prependListener('error', onError); else dest.on('error', onError);
  dest.once('close', onClose);
  dest.once('finish', onFinish);
  dest.emit('pipe', src);
  if (dest.writableNeedDrain === true) {
    waiting = true;
    src.pause();
    dest.on('drain', onDrain);
  } else if (src.readableFlowing !== true) {
    src.resume();
  }
  return dest;
}

// legacy is Stream.prototype.pipe, of streams older than Readable.
function legacy(src, dest, options) {
  const onData = (chunk) => { if (dest.writable && dest.write(chunk) === false) src.pause?.(); };
  const onDrain = () => { if (src.readable) src.resume?.(); };
  let ended = false;
  const onEnd = () => { if (!ended) { ended = true; dest.end(); } };
  const onClose = () => { if (!ended) { ended = true; dest.destroy?.(); } };
  const onError = function(err) {
    cleanup();
    if (EventEmitter.listenerCount(this, 'error') === 0) this.emit('error', err);
  };
  const cleanup = () => {
    for (const [o, event, f] of all) o.removeListener(event, f);
  };
  const all = [[src, 'data', onData], [dest, 'drain', onDrain], [src, 'end', onEnd], [src, 'close', onClose], [src, 'error', onError],
    [dest, 'error', onError], [src, 'end', cleanup], [src, 'close', cleanup], [dest, 'close', cleanup]];
  src.on('data', onData);
  dest.on('drain', onDrain);
  if (!dest._isStdio && options?.end !== false) {
    src.on('end', onEnd);
    src.on('close', onClose);
  }
  for (const s of [src, dest]) prepend.call(s, 'error', onError);
  src.on('end', cleanup);
  src.on('close', cleanup);
  dest.on('close', cleanup);
  dest.emit('pipe', src);
  return dest;
}

module.exports = { install, legacy };
