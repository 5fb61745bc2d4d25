'use strict';
// The Node twin of halfopen: node server.js [--half-open=false]
const net = require('net');
const { parseArgs } = require('util');

const allowHalfOpen = parseArgs({ options: { 'half-open': { type: 'string' } } }).values['half-open'] !== 'false';

// region server
const server = net.createServer({ allowHalfOpen }, (socket) => {
  console.log('connection');
  const chunks = [];
  socket.on('data', (data) => chunks.push(data));
  socket.on('end', () => {
    const input = Buffer.concat(chunks);
    console.log(`end: ${input.length} bytes, socket is ${socket.readyState}`);
    setTimeout(() => {
      console.log('answer: socket is', socket.readyState);
      socket.write(sortLines(input.toString()), (err) => {
        if (err) console.log('answer lost:', err.code);
      });
      socket.end();
    }, 10);
  });
  socket.on('error', (err) => console.error('Socket error:', err.message));
  socket.on('close', (hadError) => console.log('close, had error:', hadError));
});
// endregion
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Sorting server listening on ${address}:${port}`);
});

function sortLines(input) {
  return input.replace(/\n$/, '').split('\n').sort().map((line) => `${line}\n`).join('');
}
