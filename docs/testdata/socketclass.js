const net = require('net');

class Player extends net.Socket {
  name = 'nobody';

  say(words) {
    return this.write(`${this.name}: ${words}\n`);
  }
}

const server = net.createServer((socket) => {
  socket.on('data', (chunk) => process.stdout.write(chunk));
  server.close();
});
server.listen(0, '127.0.0.1', () => {
  const player = new Player();
  player.name = 'Ada';
  player.connect(server.address().port, '127.0.0.1', () => {
    player.say('hello');
    player.end();
  });
});
