'use strict';
// The Node twin of unixsocket/client: node client.js PATH COMMAND...
const net = require('net');

const [path, ...commands] = process.argv.slice(2);
const socket = net.createConnection(path);
socket.on('error', (err) => {
  console.error('Error:', err.message);
  process.exit(1);
});
socket.pipe(process.stdout);
socket.end(`${commands.join('\n')}\n`);
