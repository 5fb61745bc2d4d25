const net = require('net');
const { once } = require('events');

async function main() {
  const server = net.createServer((socket) => socket.end('one, two'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const client = net.connect(server.address().port, '127.0.0.1');
  let text = '';
  for await (const chunk of client) text += chunk;
  console.log(text);

  server.close();
  await once(server, 'close');
  console.log('closed');
}

main();
