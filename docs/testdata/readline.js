const net = require('net');
const readline = require('readline');

const server = net.createServer(async (socket) => {
  socket.on('error', (err) => console.error(err.message));
  for await (const line of readline.createInterface({ input: socket })) {
    socket.write(`${line.length} letters\n`);
  }
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('data', (chunk) => process.stdout.write(chunk));
  client.write('one\nth');
  client.end('ree\n');
  client.on('close', () => server.close());
});
