const net = require('net');

const controller = new AbortController();
const server = net.createServer((socket) => socket.on('error', () => {}));
server.listen(0, '127.0.0.1', () => {
  const socket = net.connect({
    port: server.address().port,
    host: '127.0.0.1',
    signal: controller.signal,
  });
  socket.on('connect', () => controller.abort());
  socket.on('error', (err) => console.log(err.code));
  socket.on('close', () => server.close());
});
