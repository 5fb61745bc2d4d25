'use strict';
// The Node twin of backpressure: node server.js --step 1 --size 67108864
const net = require('net');
const { Readable } = require('stream');
const { parseArgs } = require('util');

const { values } = parseArgs({ options: {
  step: { type: 'string', default: '5' },
  size: { type: 'string', default: String(64 << 20) },
} });
const chunkSize = 64 << 10;

function naive(socket, body) {
  for (let chunk = body(); chunk; chunk = body()) socket.write(chunk);
  socket.end();
}

function oneAtATime(socket, body) {
  (function next(err) {
    if (err) return;
    const chunk = body();
    if (chunk) socket.write(chunk, next);
    else socket.end();
  })();
}

function untilFull(socket, body) {
  function fill() {
    for (let chunk = body(); chunk; chunk = body()) {
      if (!socket.write(chunk)) return;
    }
    socket.end();
  }
  socket.on('drain', fill);
  fill();
}

function pauseAndResume(socket, body) {
  const source = newSource(body);
  source.on('data', (chunk) => {
    if (!socket.write(chunk)) source.pause();
  });
  socket.on('drain', () => source.resume());
  source.on('end', () => socket.end());
  socket.on('close', () => source.destroy());
}

function pipe(socket, body) {
  const source = newSource(body);
  source.pipe(socket);
  socket.on('close', () => source.destroy());
}

function newSource(body) {
  return new Readable({ read() { this.push(body()); } });
}

const steps = [naive, oneAtATime, untilFull, pauseAndResume, pipe];

const server = net.createServer((socket) => {
  const size = Number(values.size);
  let left = size;
  let waited = 0;
  function body() {
    waited = Math.max(waited, socket.writableLength);
    const n = Math.min(left, chunkSize);
    left -= n;
    if (n === 0) {
      console.log(`step ${values.step}: the whole body is written, ${socket.writableLength} bytes wait`);
      return null;
    }
    return Buffer.alloc(n, 97 + Math.floor(left / chunkSize) % 26);
  }
  socket.on('error', (err) => console.error('Socket error:', err.message));
  socket.on('close', () => {
    console.log(`step ${values.step}: ${size - left} bytes read from the body, at most ${waited} waited when more was asked for`);
  });
  socket.resume();
  steps[values.step - 1](socket, body);
});
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Backpressure server listening on ${address}:${port}`);
});
