'use strict';
// JSON, one value a line, cut in the middle of a character on its way.
const net = require('net');
const { EventEmitter } = require('events');

class Messages extends EventEmitter {
  #rest = '';
  constructor(socket) {
    super();
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      const lines = (this.#rest + text).split('\n');
      this.#rest = lines.pop();
      for (const line of lines) this.#take(line);
    });
    socket.on('end', () => this.emit('end'));
  }
  #take(line) {
    let value;
    try {
      value = JSON.parse(line);
    } catch (err) {
      this.emit('bad', err.name);
      return;
    }
    this.emit('message', value);
  }
}

const server = net.createServer((socket) => {
  const messages = new Messages(socket);
  messages.on('message', (m) => {
    console.log('server', m);
    socket.write(`${JSON.stringify({ sum: m.numbers.reduce((a, b) => a + b, 0), name: m.name })}\n`);
  });
  messages.on('bad', (name) => {
    console.log('server: not JSON:', name);
    socket.end(`${JSON.stringify({ error: 'not JSON' })}\n`);
  });
});

server.listen(0, () => {
  const client = net.connect(server.address().port, 'localhost');
  const bytes = Buffer.from(`${JSON.stringify({ name: 'Zoë €', numbers: [1, 2, 3] })}\n{"name":"b","numbers":[]}\noops\n`);
  client.setNoDelay(true);
  client.once('connect', () => {
    client.write(bytes.subarray(0, 12)); // within the ë
    setTimeout(() => client.write(bytes.subarray(12)), 20);
  });
  const messages = new Messages(client);
  messages.on('message', (m) => console.log('client', m));
  messages.on('end', () => {
    console.log('client: end');
    client.end();
    server.close(() => console.log('over'));
  });
});
