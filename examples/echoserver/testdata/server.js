'use strict';
// The Node twin of echoserver: node server.js [--every 30000ms]
const net = require('net');
const { parseArgs } = require('util');

const maxBehind = 1 << 20;

class EchoServer {
  constructor(port, host) {
    this.port = port;
    this.host = host;
    this.clients = new Set();
    this.server = null;
  }

  start() {
    this.server = net.createServer((socket) => this.handleConnection(socket));
    this.server.listen(this.port, this.host, () => {
      const { address, port } = this.server.address();
      console.log(`Echo Server running on ${address}:${port}`);
    });
  }

  handleConnection(socket) {
    const clientId = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`[${clientId}] New connection`);

    this.clients.add(socket);
    this.send(socket, `Welcome! Currently ${this.clients.size} clients online\n`);

    socket.on('data', (data) => {
      const message = data.toString().trim();
      console.log(`[${clientId}] ${message}`);
      this.send(socket, `[${new Date().toISOString()}] Echo: ${message}\n`);
    });
    socket.on('error', (err) => console.error(`[${clientId}] Error: ${err.message}`));
    socket.on('close', () => {
      console.log(`[${clientId}] Disconnected`);
      this.clients.delete(socket);
    });
  }

  broadcast(message) {
    for (const client of this.clients) this.send(client, `[Broadcast] ${message}\n`);
  }

  send(client, text) {
    const behind = client.writableLength;
    if (behind > maxBehind) client.destroy(new Error(`dropped, ${behind} bytes behind`));
    else if (client.writable) client.write(text);
  }

  stop() {
    for (const client of this.clients) client.end();
    this.server.close(() => console.log('Server closed'));
    setTimeout(() => { for (const client of this.clients) client.destroy(); }, 1000).unref();
  }
}

const { every } = parseArgs({ options: { every: { type: 'string', default: '30000ms' } } }).values;
const server = new EchoServer(0, '127.0.0.1');
server.start();
// region uptime
const broadcasts = setInterval(() => {
  server.broadcast(`Server uptime: ${process.uptime().toFixed(3)}s`);
}, parseInt(every, 10));
// endregion

process.once('SIGINT', () => {
  clearInterval(broadcasts);
  server.stop();
});
