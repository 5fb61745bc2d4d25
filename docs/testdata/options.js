const net = require('net');

const server = net.createServer({ allowHalfOpen: true, highWaterMark: 4096 }, (socket) => {
  console.log(socket.allowHalfOpen, socket.writableHighWaterMark);
  socket.end();
  server.close();
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 10 }, () => {
  const { port, family } = server.address();
  console.log(family, server.listening);
  const client = net.connect({ port, host: '127.0.0.1', timeout: 1500 });
  console.log(client.timeout, client.connecting);
  client.resume();
});
