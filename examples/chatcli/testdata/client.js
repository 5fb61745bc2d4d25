'use strict';
// The Node twin of chatcli: node client.js PORT
const net = require('net');

const port = Number(process.argv[2]);
const socket = net.createConnection(port, '127.0.0.1', () => console.log(`Connected to 127.0.0.1:${port}`));
// region pipes
process.stdin.pipe(socket);
socket.pipe(process.stdout);
// endregion

socket.on('error', (err) => {
  console.error('Error:', err.message);
  process.exit(1);
});
socket.on('close', () => console.log('Disconnected'));
