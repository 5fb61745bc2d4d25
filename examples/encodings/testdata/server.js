'use strict';
// The Node twin of encodings: node server.js [--encoding utf8]
const net = require('net');
const { parseArgs } = require('util');

const { encoding } = parseArgs({ options: { encoding: { type: 'string' } } }).values;

const server = net.createServer((socket) => {
  socket.on('error', (err) => console.error('Socket error:', err.message));
  socket.on('end', () => console.log('Client disconnected'));
  greet(socket);
  if (encoding) showText(socket);
  else showBytes(socket);
});
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Encodings server listening on ${address}:${port}`);
});

function greet(socket) {
  socket.write('Grüß dich\n');
  socket.write('4772c3bcc39f20646963680a', 'hex');
  socket.write('R3LDvMOfIGRpY2gK', 'base64');
}

function showBytes(socket) {
  socket.on('data', (buffer) => {
    console.log('Buffer length:', buffer.length);
    console.log('Hex:', buffer.toString('hex'));
    console.log('UTF-8:', buffer.toString('utf8'));
    console.log('Base64:', buffer.toString('base64'));
  });
}

function showText(socket) {
  socket.setEncoding(encoding);
  socket.on('data', (text) => console.log('Received:', text));
}
