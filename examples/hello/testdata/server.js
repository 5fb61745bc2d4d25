'use strict';
// The Node twin of hello.
const net = require('net');

// region server
const server = net.createServer((socket) => {
  socket.on('error', (err) => console.error('Socket error:', err.message));
  socket.end('Hello World');
  socket.resume();
});
server.listen(Number(process.argv[2] || 0), '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Server is listening on ${address}:${port}`);
});
// endregion
