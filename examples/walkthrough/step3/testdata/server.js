'use strict';
// The Node twin of step3.
const net = require('net');

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
    console.log(`${client.name} connected.`);

    socket.on('data', (data) => client.said(data.toString()));
    socket.on('error', (err) => console.error(`${client.name} failed: ${err.message}`));
    socket.on('close', () => {
      this.clients = this.clients.filter((c) => c !== client);
      console.log(`${client.name} disconnected.`);
    });
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

  said(message) {
    message = message.replace(/[\r\n]+$/, '');
    console.log(`${this.name} said: ${message}`);
    this.receive(`We got your message: ${message}`);
  }

  receive(message) {
    if (this.socket.writable) this.socket.write(`${message}\n`);
  }
}

const server = new Server(0, '127.0.0.1');
server.start(() => {
  const { address, port } = server.server.address();
  console.log(`Server started at: ${address}:${port}`);
});
process.once('SIGINT', () => server.stop());
