'use strict';
// The Node twin of offload: node server.js [--limit 10000ms]. Each count runs in a worker thread.
const net = require('net');
const { parseArgs } = require('util');
const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');

function countPrimes(n) {
  let count = 0;
  for (let candidate = 2; candidate < n; candidate++) {
    let prime = true;
    for (let d = 2; prime && d * d <= candidate; d++) prime = candidate % d !== 0;
    if (prime) count++;
  }
  return count;
}

function count(n, limit, cb) {
  const worker = new Worker(__filename, { workerData: n });
  let answer = null;
  const timer = setTimeout(() => {
    answer = `counting to ${n} takes too long\n`;
    worker.terminate();
  }, limit);
  worker.on('message', (primes) => { answer = `${primes} primes below ${n}\n`; });
  worker.on('exit', () => {
    clearTimeout(timer);
    if (answer === null) console.log('Nobody waits for the primes below', n);
    cb(answer);
  });
  return worker;
}

function serve(socket, limit) {
  const queue = [];
  let worker = null;
  socket.on('close', () => worker?.terminate());
  socket.on('error', (err) => console.error('Socket error:', err.message));

  function next() {
    if (worker !== null || queue.length === 0) return;
    worker = count(queue.shift(), limit, (answer) => {
      worker = null;
      if (!socket.writable) return;
      socket.write(answer);
      next();
    });
  }

  let input = '';
  socket.setEncoding('latin1');
  socket.on('data', (text) => {
    input += text;
    for (let end; (end = input.indexOf('\n')) !== -1; input = input.slice(end + 1)) {
      const line = input.slice(0, end).replace(/\r$/, '');
      if (line === 'ping') socket.write('pong\n');
      else if (!/^[-+]?\d+$/.test(line)) socket.write('ask for ping, or for the primes below a number\n');
      else queue.push(Number(line));
    }
    if (input.length > 100 || queue.length > 10 || socket.writableNeedDrain) {
      socket.destroy(new Error('asks too much'));
      return;
    }
    next();
  });
}

if (isMainThread) {
  const limit = parseInt(parseArgs({ options: { limit: { type: 'string', default: '10000ms' } } }).values.limit, 10);
  const clients = new Set();
  const server = net.createServer((socket) => {
    clients.add(socket);
    socket.on('close', () => clients.delete(socket));
    serve(socket, limit);
  });
  server.listen(0, '127.0.0.1', () => {
    const { address, port } = server.address();
    console.log(`Prime server listening on ${address}:${port}`);
  });
  process.once('SIGINT', () => {
    server.close();
    for (const socket of clients) socket.destroy();
  });
} else {
  parentPort.postMessage(countPrimes(workerData));
}
