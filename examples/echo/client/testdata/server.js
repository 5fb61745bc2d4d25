'use strict';
// The echo server as a Node program has it, for one client: then it closes.
const net = require('net');

const server = net.createServer((socket) => {
  console.log('connection');
  socket.on('data', (data) => {
    console.log('data', data.toString());
    socket.write(`Echo: ${data}`);
  });
  socket.on('end', () => console.log('end'));
  socket.on('error', (err) => console.log('error', err.message));
  socket.on('close', (hadError) => console.log('close', hadError));
  server.close();
});
server.listen(0, '127.0.0.1', () => console.log('listening on', `127.0.0.1:${server.address().port}`));
