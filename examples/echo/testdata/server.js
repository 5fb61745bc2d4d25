'use strict';
// The Node twin of echo: node server.js [--port 0]
const net = require('net');
const { parseArgs } = require('util');

const host = '127.0.0.1';
const port = Number(parseArgs({ options: { port: { type: 'string', default: '0' } } }).values.port);

const server = net.createServer(echo);
server.on('listening', () => {
  const { address, port } = server.address();
  console.log(`TCP server listening on ${address}:${port}`);
});
// region retry
const listen = () => server.listen(port, host);
server.on('error', (err) => {
  console.error('Server error:', err.message);
  if (err.code !== 'EADDRINUSE') process.exit(1);
  console.log('Address in use, retrying...');
  setTimeout(listen, 1000);
});
// endregion
listen();

function echo(socket) {
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log('Client connected:', client);

  socket.on('data', (data) => {
    console.log(`Received from client ${client}: ${data}`);
    socket.write(`Echo: ${data}`);
  });
  socket.on('end', () => console.log('Client disconnected:', client));
  socket.on('error', (err) => console.error(`Socket error for ${client}: ${err.message}`));
  socket.on('close', (hadError) => console.log(`Socket closed for ${client}. Had error: ${hadError}`));
}
