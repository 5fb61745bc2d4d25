'use strict';
// The Node twin of pauseonconnect: node server.js [--seats 2] [--waiting 100]
const net = require('net');
const { parseArgs } = require('util');

const { values } = parseArgs({ options: {
  seats: { type: 'string', default: '2' },
  waiting: { type: 'string', default: '100' },
} });

class Room {
  constructor(seats) {
    this.seats = seats;
    this.served = new Set();
    this.waiting = [];
  }

  enter(socket) {
    socket.name = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`${socket.name} waits, ${socket.bytesRead} bytes read`);
    socket.on('error', (err) => console.error(`${socket.name} failed: ${err.message}`));
    this.waiting.push(socket);
    this.next();
  }

  next() {
    while (this.served.size < this.seats && this.waiting.length > 0) this.serve(this.waiting.shift());
  }

  serve(socket) {
    console.log(`${socket.name} is served, ${socket.bytesRead} bytes read`);
    this.served.add(socket);
    socket.on('close', () => {
      console.log(`${socket.name} left, ${socket.bytesRead} bytes read`);
      this.served.delete(socket);
      this.next();
    });
    socket.write('Your turn\n');
    socket.on('data', (data) => {
      if (!socket.write(data)) socket.pause();
    });
    socket.on('drain', () => socket.resume());
    socket.resume();
  }

  close() {
    for (const socket of this.served) socket.removeAllListeners('data').resume().end('The room closes\n');
    for (const socket of this.waiting) socket.destroy();
    this.waiting = [];
  }
}

// region server
const room = new Room(Number(values.seats));
const server = net.createServer({ pauseOnConnect: true }, (socket) => room.enter(socket));
server.maxConnections = Number(values.seats) + Number(values.waiting);
server.on('drop', (client) => console.log(`${client.remoteAddress}:${client.remotePort} is turned away`));
// endregion
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`Waiting room open on ${address}:${port}`);
});
process.once('SIGINT', () => {
  server.close();
  room.close();
});
