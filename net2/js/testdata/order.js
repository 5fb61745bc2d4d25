'use strict';
// The order of ticks, microtasks, timers and immediates, and classes that extend ours.
const net = require('net');
const { Writable, Transform, Readable, pipeline } = require('stream');

setTimeout(() => {
  console.log('timeout');
  process.nextTick(() => console.log('tick of the timeout'));
  Promise.resolve().then(() => console.log('promise of the timeout'));
  setImmediate(() => console.log('immediate of the timeout'));
}, 1);
process.nextTick(() => console.log('tick 1'));
Promise.resolve().then(() => {
  console.log('promise 1');
  process.nextTick(() => console.log('tick of promise 1'));
}).then(() => console.log('promise 2'));
queueMicrotask(() => console.log('microtask'));
process.nextTick(() => console.log('tick 2'));
console.log('main');

class Upper extends Transform {
  _transform(chunk, encoding, cb) { cb(null, chunk.toString().toUpperCase()); }
  _flush(cb) { cb(null, '!'); }
}
class List extends Writable {
  list = [];
  _write(chunk, encoding, cb) { this.list.push(`${chunk}`); cb(); }
  _final(cb) { console.log('final', this.list); cb(); }
}
setTimeout(() => {
  pipeline(Readable.from(['a', 'b', 'c']), new Upper(), new List(), (err) => console.log('pipeline', err));
}, 20);

class Counting extends net.Socket {
  writes = 0;
  _write(chunk, encoding, cb) { this.writes += 1; super._write(chunk, encoding, cb); }
  _destroy(err, cb) { console.log('destroy', err && err.message); super._destroy(err, cb); }
}
function Old() { net.Socket.call(this); }
Object.setPrototypeOf(Old.prototype, net.Socket.prototype);

setTimeout(() => {
  const server = net.createServer((socket) => socket.resume().on('end', () => socket.end('bye'))).listen(0, () => {
    const socket = new Counting();
    console.log(socket instanceof net.Socket, socket instanceof Writable, new Old() instanceof net.Stream, net.Socket() instanceof net.Socket);
    socket.connect(server.address().port, () => {
      socket.write('1');
      socket.end('2');
    });
    socket.on('data', (chunk) => console.log(`${chunk}`));
    socket.on('close', () => { console.log('writes', socket.writes); server.close(); });
  });
}, 40);
process.on('exit', (code) => console.log('exit', code));
