'use strict';
// The Node twin of unixsocket: node server.js PATH
const fs = require('fs');
const net = require('net');

const [path] = process.argv.slice(2);
const clients = new Set();
const server = net.createServer((socket) => {
  clients.add(socket);
  socket.on('close', () => clients.delete(socket));
  socket.on('error', (err) => console.error('Socket error:', err.message));
  let input = '';
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    input += text;
    for (let end; (end = input.indexOf('\n')) !== -1;) {
      const line = input.slice(0, end);
      input = input.slice(end + 1);
      command(socket, line);
    }
    if (input.length > 100) socket.destroy(new Error('message too long'));
  });
});

function command(socket, line) {
  if (!socket.writable) return;
  if (line === 'status') {
    socket.write(`up ${process.uptime().toFixed(1)}s, ${clients.size} connected\n`);
  } else if (line === 'stop') {
    socket.write('stopping\n');
    server.close(() => console.log('Stopped'));
    for (const client of clients) client.end();
  } else {
    socket.write('unknown command, try status or stop\n');
  }
}

server.on('error', (err) => {
  if (err.code !== 'EADDRINUSE') throw err;
  const probe = net.connect(path);
  probe.on('connect', () => {
    console.error('Server error:', err.message);
    process.exit(1);
  });
  probe.on('error', () => {
    fs.unlinkSync(path);
    console.log('Removed a stale', path);
    server.listen(path);
  });
});
// region chmod
server.listen(path, () => {
  fs.chmodSync(path, 0o600);
  console.log('Control socket at', server.address());
});
// endregion
