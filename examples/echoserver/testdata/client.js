'use strict';
// node client.js PORT: says hello when it is welcome, and leaves after the answer.
const net = require('net');

const client = net.createConnection({ port: Number(process.argv[2]), host: '127.0.0.1' }, () => {
  console.log('Connected to server');
});
let lines = 0;
client.setEncoding('utf8');
client.on('data', (text) => {
  console.log('Received from server:', text.trim());
  if (++lines === 1) client.write('Hello server!'); // no line break: a chunk is a message here
  else client.end();
});
client.on('end', () => console.log('Disconnected'));
client.on('error', (err) => console.error('Error:', err.message));
