'use strict';
// node slow_reader.js: what write() and its company answer to a program whose peer does not read for a while.

const net = require('net');

const server = net.createServer({ pauseOnConnect: true }, (socket) => {
  peer = socket;
  if (!client.connecting) play();
});

function play() {
  const socket = client;
  const show = (what, ...rest) => console.log(what, ...rest, socket.writableLength, socket.writableNeedDrain);
  let written = 16384; // while connecting
  let read = 0;
  let drained = false;
  const write = (n) => {
    written += n;
    return socket.write(Buffer.alloc(n));
  };
  socket.on('drain', () => show('drain'));

  for (const n of [1, 16383, 16384, 16385, 50000]) show(`idle ${n}`, write(n));
  socket.cork();
  for (const n of [16000, 383, 1, 0]) show(`corked ${n}`, write(n));
  socket.uncork();
  show('uncorked');
  setImmediate(() => {
    show('a turn later');
    show('stall', write(64 << 20));
    for (const n of [0, 1, 16384]) show(`stalled ${n}`, write(n));
    setImmediate(() => {
      show('still stalled');
      // The kernel is known to be empty when all has been read.
      socket.once('drain', () => {
        drained = true;
        if (read === written) last();
      });
      peer.resume().on('data', (chunk) => {
        read += chunk.length;
        if (read === written && drained) last();
      });
    });
  });

  function last() {
    drained = false;
    show('after drain', write(16384));
    show('drained', write(100));
    show('last', socket.write('x', () => show('callback')));
    socket.end('bye', () => show('end'));
    show('ended');
  }
}

let peer;
let client;
server.listen(0, () => {
  client = net.connect(server.address().port, '127.0.0.1');
  for (const n of [16000, 383, 1]) {
    console.log(`connecting ${n}`, client.write(Buffer.alloc(n)), client.writableLength, client.writableNeedDrain);
  }
  client.on('connect', () => {
    console.log('connect', client.writableLength, client.writableNeedDrain);
    if (peer) play();
  });
  client.on('close', () => server.close());
});
