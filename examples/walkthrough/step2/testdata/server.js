'use strict';
// The Node twin of step2.
const net = require('net');

const sockets = new Set();
const server = net.createServer(onClientConnected);
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Server started at: ${address}:${port}`);
});

process.once('SIGINT', () => {
  server.close();
  for (const socket of sockets) socket.end();
});

function onClientConnected(socket) {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`${name} connected.`);

  socket.on('data', (data) => {
    const message = data.toString().replace(/[\r\n]+$/, '');
    console.log(`${name} said: ${message}`);
    socket.write(`We got your message: ${message}\n`);
  });
  socket.on('end', () => console.log(`${name} disconnected.`));
  socket.on('error', (err) => console.error(`${name} failed: ${err.message}`));
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
}
