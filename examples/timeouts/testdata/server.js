'use strict';
// The Node twin of timeouts: node server.js [--idle 30000ms]
const net = require('net');
const { parseArgs } = require('util');

const idle = parseInt(parseArgs({ options: { idle: { type: 'string', default: '30000ms' } } }).values.idle, 10);
const clients = new Set();

const server = net.createServer((socket) => {
  clients.add(socket);
  // region socket
  socket.setTimeout(idle);
  socket.on('timeout', () => {
    console.log('Socket timeout');
    letGo(socket, 'Timeout - closing connection\n');
  });
  socket.setKeepAlive(true, 60000);
  socket.on('data', (data) => {
    if (!socket.write(data)) socket.pause();
  });
  socket.on('drain', () => socket.resume());
  socket.on('error', (err) => console.error('Socket error:', err.message));
  socket.on('close', () => {
    clients.delete(socket);
    console.log('Socket closed');
  });
  // endregion
  console.log('Client connected');
});
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Timeouts server listening on ${address}:${port}`);
});

process.once('SIGINT', () => {
  server.close();
  for (const socket of clients) letGo(socket, 'Server closing\n');
});

function letGo(socket, lastWords) {
  socket.setTimeout(0);
  socket.removeAllListeners('data').resume();
  socket.end(lastWords);
  setTimeout(() => socket.destroy(), 1000).unref();
}
