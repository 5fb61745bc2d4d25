'use strict';
// The Node twin of timers.
const net = require('net');

const say = (words) => () => console.log(words);

const server = net.createServer(serve);
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Timers listening on ${address}:${port}`);
  ticks();
  const client = net.connect(port, address);
  client.write('hello');
  client.resume();
});
server.on('connection', () => server.close());
process.on('exit', say('exit: nothing is left'));

function ticks() {
  queueMicrotask(say('ticks: microtask'));
  process.nextTick(() => {
    console.log('ticks: tick');
    queueMicrotask(say('ticks: microtask of the tick'));
    process.nextTick(say('ticks: tick of the tick'));
  });
  console.log('ticks: set');
}

function serve(socket) {
  socket.on('data', () => {
    setTimeout(() => {
      console.log('data: timeout');
      closing(socket);
    }, 0);
    setImmediate(() => {
      console.log('data: immediate');
      process.nextTick(say('data: tick of the immediate'));
    });
    queueMicrotask(say('data: microtask'));
    process.nextTick(say('data: tick'));
    console.log('data: listener over');
  });
  socket.on('close', () => {
    console.log('closing: close event');
    timers();
  });
}

function closing(socket) {
  socket.destroy();
  setImmediate(say('closing: immediate'));
  process.nextTick(say('closing: tick'));
  console.log('closing: socket is destroyed');
}

function timers() {
  setTimeout(() => {
    console.log('timers: 20 ms');
    interval();
  }, 20);
  setTimeout(() => {
    console.log('timers: 10 ms, first');
    queueMicrotask(say('timers: microtask'));
    process.nextTick(say('timers: tick'));
  }, 10);
  setTimeout(say('timers: 10 ms, second'), 10);
  setTimeout(say('timers: 0 ms, which is 1'), 0);

  const cleared = setTimeout(say('timers: never, it is cleared'), 5);
  clearTimeout(cleared);
  setTimeout(say('timers: never, it keeps nothing alive'), 3600 * 1000).unref();
}

function interval() {
  let runs = 0;
  const t = setInterval(() => {
    console.log('interval: run', ++runs);
    if (runs === 3) {
      clearInterval(t);
      immediates();
    }
  }, 2);
}

function immediates() {
  setImmediate(() => {
    console.log('immediates: first');
    setImmediate(say('immediates: a turn later'));
    process.nextTick(say('immediates: tick'));
  });
  setImmediate(say('immediates: second'));
}
