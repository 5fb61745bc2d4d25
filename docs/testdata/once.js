const net = require('net');
const { once } = require('events');

async function main() {
  const server = net.createServer();
  const listening = once(server, 'listening');
  server.listen(0);
  await listening;
  console.log('listening');
  server.close();
}

main();
