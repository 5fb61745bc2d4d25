const net = require('net');

const recipes = new Map([['tea', { minutes: 4 }]]);

function answer(request) {
  return `${recipes.get(request).minutes} minutes`; // throws for all but tea
}

const server = net.createServer((socket) => {
  socket.on('error', (err) => console.log('socket:', err.message));
  socket.on('data', (chunk) => {
    try {
      socket.write(answer(chunk.toString()));
    } catch {
      socket.destroy(new Error('a request that we cannot answer'));
    }
  });
});

server.listen(0, '127.0.0.1', () => {
  const ask = (request, next) => {
    const client = net.connect(server.address().port, '127.0.0.1');
    client.write(request);
    client.on('data', (chunk) => client.end(() => console.log(chunk.toString())));
    client.on('close', next);
  };
  ask('coffee', () => ask('tea', () => server.close()));
});
