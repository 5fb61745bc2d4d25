'use strict';
// The smallest echo server, the twin of hello/main.go.
const net = require('net');

const server = net.createServer((socket) => {
  socket.on('data', (data) => socket.write(data));
});
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`listening on ${address}:${port}`);
});
