'use strict';
// The Node twin of hello/client: node client.js PORT
const net = require('net');

// region client
const socket = net.createConnection(Number(process.argv[2]), '127.0.0.1');
socket.on('connect', () => console.log('Connected to the server'));
socket.end('Hello Server');

socket.on('data', (data) => console.log(`Server said: ${data}`));
socket.on('end', () => console.log('Disconnected'));
socket.on('error', (err) => {
  console.error('Client error:', err.message);
  process.exit(1);
});
// endregion
