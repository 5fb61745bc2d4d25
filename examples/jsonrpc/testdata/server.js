'use strict';
// The Node twin of jsonrpc: node server.js [PORT]
const net = require('net');

const maxLine = 64 * 1024;

const server = net.createServer((socket) => {
  // region data
  let received = Buffer.alloc(0); // bytes, not text: a chunk may end within a character
  socket.on('data', function onData(data) {
    received = Buffer.concat([received, data]);
    for (;;) {
      const end = received.indexOf('\n');
      if ((end === -1 ? received.length : end) > maxLine) {
        letGo(socket, onData, line(failure('Message too long')));
        return;
      }
      if (end === -1) return;
      const message = received.subarray(0, end);
      received = received.subarray(end + 1);
      if (!socket.write(line(answer(message.toString())))) socket.pause();
    }
  });
  // endregion
  socket.on('drain', () => socket.resume());
  socket.on('error', (err) => console.error(`JSON socket error: ${err.message}`));
});

function letGo(socket, onData, lastWords) {
  socket.off('data', onData).resume();
  socket.end(lastWords);
  setTimeout(() => socket.destroy(), 1000).unref();
}

const failure = (message) => ({ status: 'ERROR', message });
const line = (response) => `${JSON.stringify(response)}\n`;

function answer(message) {
  let parsed;
  try {
    parsed = JSON.parse(message);
  } catch {
    return failure('Invalid JSON');
  }
  const { type, name, a, b } = parsed ?? {};
  if (type === 'GREETING') {
    if (typeof name !== 'string') return failure('name must be a string');
    return { status: 'OK', reply: `Hello, ${name}!` };
  }
  if (type === 'SUM') {
    if (typeof a !== 'number' || typeof b !== 'number') return failure('a and b must be numbers');
    if (!Number.isFinite(a + b)) return failure('The sum is too large');
    return { status: 'OK', result: a + b };
  }
  return failure('Unknown type');
}

server.listen(Number(process.argv[2] || 0), '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`JSON TCP server listening on ${address}:${port}`);
});
