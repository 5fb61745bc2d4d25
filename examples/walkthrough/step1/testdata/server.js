'use strict';
// The Node twin of step1.
const net = require('net');

const server = net.createServer(onClientConnected);
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Server started at: ${address}:${port}`);
});

function onClientConnected(socket) {
  console.log(`New client: ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on('error', (err) => console.error('Socket error:', err.message));
  socket.destroy();
}
