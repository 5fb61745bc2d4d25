'use strict';
// The Node twin of shutdown: node server.js [--grace 10000ms]
const net = require('net');
const { parseArgs } = require('util');

class Server {
  constructor() {
    this.cutOff = 0;
    this.clients = new Set();
    this.closing = false;
  }

  start(port, host) {
    this.server = net.createServer((socket) => this.accept(socket));
    this.server.listen(port, host, () => {
      const { address, port } = this.server.address();
      console.log(`Server listening on ${address}:${port}`);
    });
  }

  accept(socket) {
    const client = { socket, pending: new Set() };
    this.clients.add(client);
    let input = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      input += text;
      for (let end; (end = input.indexOf('\n')) !== -1;) {
        const line = input.slice(0, end).replace(/\r$/, '');
        input = input.slice(end + 1);
        this.request(client, line);
      }
      if (input.length > 100) socket.destroy(new Error('message too long'));
    });
    socket.on('error', (err) => console.error('Socket error:', err.message));
    socket.on('close', () => {
      this.clients.delete(client);
      for (const timer of client.pending) clearTimeout(timer);
    });
  }

  request(client, line) {
    if (!client.socket.writable) return;
    if (this.closing) {
      client.socket.write('closing, ask elsewhere\n');
    } else if (!/^\d+$/.test(line)) {
      client.socket.write('say how many milliseconds it shall take\n');
    } else {
      console.log('Request:', line);
      const timer = setTimeout(() => {
        client.pending.delete(timer);
        client.socket.write(`done ${line}\n`);
        this.letGoIfIdle(client);
      }, Number(line));
      client.pending.add(timer);
    }
  }

  letGoIfIdle(client) {
    if (this.closing && client.pending.size === 0) client.socket.end('bye\n');
  }

  shutdown(grace) {
    this.closing = true;
    const deadline = setTimeout(() => {
      this.cutOff = this.clients.size;
      for (const client of this.clients) client.socket.destroy();
    }, grace);
    this.server.close(() => clearTimeout(deadline));

    const busy = [...this.clients].filter((client) => client.pending.size > 0).length;
    for (const client of this.clients) this.letGoIfIdle(client);
    console.log(`Closing, ${this.clients.size} clients, ${busy} busy`);
  }
}

const grace = parseInt(parseArgs({ options: { grace: { type: 'string', default: '10000ms' } } }).values.grace, 10);
const server = new Server();
server.start(0, '127.0.0.1');
// region signals
function onSignal() {
  process.off('SIGINT', onSignal);
  process.off('SIGTERM', onSignal);
  server.shutdown(grace);
}
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
// endregion
process.on('exit', () => {
  if (server.cutOff > 0) process.exitCode = 1;
  console.log(server.cutOff > 0 ? `Closed, ${server.cutOff} cut off` : 'Closed, nobody was cut off');
});
