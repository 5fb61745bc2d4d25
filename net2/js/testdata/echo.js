'use strict';
// An echo server, and a client that says three things and leaves.
const net = require('net');

const server = net.createServer((socket) => {
  console.log('server: a client came');
  socket.on('end', () => console.log('server: the client is done'));
  socket.on('close', (hadError) => console.log('server: closed', hadError));
  socket.pipe(socket);
});

server.on('close', () => console.log('server: over'));
server.listen(0, '127.0.0.1', () => {
  const { address, family, port } = server.address();
  console.log('listening', address, family, port > 0);
  const words = ['one', 'two', 'three'];
  const client = net.connect({ port, host: address }, () => {
    console.log('client: connected', client.remoteAddress, client.remotePort === port);
    client.write(words.shift());
  });
  client.on('data', (chunk) => {
    console.log('client: got', chunk.toString(), Buffer.isBuffer(chunk));
    if (words.length > 0) client.write(words.shift());
    else client.end();
  });
  client.on('end', () => console.log('client: the server is done'));
  client.on('close', (hadError) => {
    console.log('client: closed', hadError, client.bytesRead, client.bytesWritten);
    server.close();
  });
});
