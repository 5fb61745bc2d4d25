const net = require('net');

process.on('uncaughtException', (err) => {
  console.log('nobody listened for:', err.code);
  process.exit();
});

const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  server.close(() => net.connect(port, '127.0.0.1')); // no error listener
});
