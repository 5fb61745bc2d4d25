'use strict';
// The Node twin of step4.
const net = require('net');

const maxLine = 4 << 10;
const maxBehind = 1 << 20;

class Server {
  constructor(port, address) {
    this.port = port;
    this.address = address;
    this.clients = [];
  }

  start(cb) {
    this.server = net.createServer((socket) => this.onClientConnected(socket));
    this.server.listen(this.port, this.address, cb);
  }

  onClientConnected(socket) {
    const client = new Client(socket);
    this.clients.push(client);
    this.broadcast(`${client.name} connected.`, client);

    let input = Buffer.alloc(0);
    socket.on('data', (data) => {
      input = Buffer.concat([input, data]);
      for (;;) {
        const end = input.indexOf('\n');
        const line = end === -1 ? input : input.subarray(0, end);
        if (line.toString().replace(/\r$/, '').length > maxLine) {
          socket.destroy(new Error('message too long'));
          return;
        }
        if (end === -1) return;
        input = input.subarray(end + 1);
        this.said(client, line.toString().replace(/\r$/, ''));
      }
    });
    socket.on('end', () => {
      if (input.length > 0) this.said(client, input.toString());
    });
    socket.on('error', (err) => console.error(`${client.name} failed: ${err.message}`));
    socket.on('close', () => {
      this.clients = this.clients.filter((c) => c !== client);
      this.broadcast(`${client.name} disconnected.`, client);
    });
  }

  said(client, message) {
    client.receive(`We got your message: ${message}`);
    this.broadcast(`${client.name} said: ${message}`, client);
  }

  broadcast(message, about) {
    console.log(message);
    for (const client of this.clients) {
      if (client !== about) client.receive(message);
    }
  }

  stop() {
    this.server.close();
    for (const client of this.clients) client.socket.end();
  }
}

class Client {
  constructor(socket) {
    this.name = `${socket.remoteAddress}:${socket.remotePort}`;
    this.socket = socket;
  }

  receive(message) {
    const behind = this.socket.writableLength;
    if (behind > maxBehind) this.socket.destroy(new Error(`${behind} bytes behind`));
    else if (this.socket.writable) this.socket.write(`${message}\n`);
  }
}

const server = new Server(0, '127.0.0.1');
server.start(() => {
  const { address, port } = server.server.address();
  console.log(`Server started at: ${address}:${port}`);
});
process.once('SIGINT', () => server.stop());
