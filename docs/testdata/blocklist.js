const net = require('net');

const banned = new net.BlockList();
banned.addSubnet('127.0.0.0', 8);

const server = net.createServer((socket) => {
  if (banned.check(socket.remoteAddress, socket.remoteFamily.toLowerCase())) {
    console.log('turned away');
    socket.destroy();
    return;
  }
  socket.end('welcome');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('data', (chunk) => console.log(chunk.toString()));
  client.on('close', () => server.close());
});
