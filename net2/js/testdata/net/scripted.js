// A socket over a handle that is written in JavaScript.
'use strict';
const net = require('net');
const { streamBaseState, kReadBytesOrError, kArrayBufferOffset, kBytesWritten, kLastWriteWasAsync } = process.binding('stream_wrap');
const EOF = -4095;

// An echo: what is written arrives, one write a turn, and the end behind it.
function echo(log) {
  const arrive = (handle, bytes) => {
    streamBaseState[kReadBytesOrError] = bytes ? bytes.length : EOF;
    streamBaseState[kArrayBufferOffset] = 0;
    handle.onread(bytes ? new Uint8Array(bytes).buffer : undefined);
  };
  return {
    writes: 0,
    readStart() { log('readStart'); return 0; },
    readStop() { log('readStop'); return 0; },
    writeBuffer(req, buffer) {
      log('write', buffer, typeof req.oncomplete);
      const bytes = Buffer.from(buffer);
      streamBaseState[kBytesWritten] = bytes.length;
      streamBaseState[kLastWriteWasAsync] = 1;
      setImmediate(() => {
        req.oncomplete(0, this, undefined);
        arrive(this, bytes);
      });
      return 0;
    },
    writeUtf8String(req, text) { return this.writeBuffer(req, Buffer.from(text)); },
    shutdown(req) {
      log('shutdown');
      setImmediate(() => {
        req.oncomplete(0);
        arrive(this, null);
      });
      return 0;
    },
    close(cb) { log('close'); setImmediate(() => cb.call(this)); },
    getsockname(out) { Object.assign(out, { address: '10.0.0.1', family: 'IPv4', port: 1 }); return 0; },
    getpeername(out) { Object.assign(out, { address: '10.0.0.2', family: 'IPv4', port: 2 }); return 0; },
    setNoDelay(on) { log('setNoDelay', on); },
    setKeepAlive(...args) { log('setKeepAlive', ...args); },
    ref() { log('ref'); },
    unref() { log('unref'); },
  };
}

const handle = echo((...args) => console.log('handle', ...args.map(String)));
const socket = new net.Socket({ handle });
console.log(socket._handle === handle, socket.pending, socket.readyState, socket.localAddress, socket.remotePort);
for (const on of [false, true, true, false]) socket.setNoDelay(on);
socket.setKeepAlive(true, 2500);
socket.setKeepAlive(true, 2000);
socket.unref();
socket.ref();
socket.on('data', (chunk) => {
  console.log('data', `${chunk}`);
  if (chunk.length > 3) socket.end();
});
socket.on('end', () => console.log('end'));
socket.on('close', (hadError) => console.log('close', hadError, socket._handle));
socket.write('one', () => {
  console.log('written');
  socket.write(Buffer.from('three'));
});

const failing = new net.Socket({ handle: { ...echo(() => {}), writeBuffer: () => -32, writeUtf8String: () => -32, close: (cb) => setTimeout(cb, 50) } });
failing.on('error', (err) => {
  console.log('failing', err.code, err.message, err.syscall);
  const gone = new net.Socket({ handle: { ...echo(() => {}), readStart() { setImmediate(() => { streamBaseState[kReadBytesOrError] = -104; this.onread(); }); }, close(cb) { setImmediate(cb); } } });
  gone.on('error', (err) => console.log('gone', err.code, err.message)).on('close', (hadError) => console.log('gone', hadError));
});
socket.on('close', () => setTimeout(() => failing.write('nobody'), 5));
