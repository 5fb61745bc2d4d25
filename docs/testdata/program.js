const net = require('net');

const server = net.createServer((socket) => {
  let count = 0; // each connection has its own
  socket.on('data', () => socket.write(`${++count}`));
  socket.on('error', (err) => console.error(err.message));
});

server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.write('anything');
  client.on('data', (chunk) => {
    console.log(`number ${chunk}`);
    if (chunk.toString() === '1') {
      client.write('more');
    } else {
      client.end();
      server.close();
    }
  });
});

process.on('exit', () => console.log('nothing is left to do'));
