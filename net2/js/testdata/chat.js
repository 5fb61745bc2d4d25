'use strict';
// A chat room: everyone hears the others. The clients take turns, so that the order is known.
const net = require('net');
const { once } = require('events');

const room = new Map();
const tell = (text, except) => {
  for (const [socket] of room) if (socket !== except) socket.write(`${text}\n`);
};

const server = net.createServer((socket) => {
  socket.setEncoding('utf8');
  let rest = '';
  socket.on('data', (data) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!room.has(socket)) {
        room.set(socket, line);
        tell(`* ${line} came`, socket);
        socket.write(`* hello ${line}, there are ${room.size} here\n`);
      } else if (line === '/quit') {
        socket.end('* bye\n');
      } else {
        tell(`<${room.get(socket)}> ${line}`, socket);
      }
    }
  });
  socket.on('error', (err) => console.log('error', err.code));
  socket.on('close', () => {
    const name = room.get(socket);
    room.delete(socket);
    tell(`* ${name} left`);
  });
});

class Guest {
  #lines = [];
  #waiting = null;
  constructor(name, port) {
    this.name = name;
    this.socket = net.createConnection({ port }, () => this.socket.write(`${name}\n`));
    this.socket.setEncoding('utf8');
    let rest = '';
    this.socket.on('data', (data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      this.#lines.push(...lines);
      this.#waiting?.();
    });
  }
  async hears() {
    while (this.#lines.length === 0) await new Promise((resolve) => { this.#waiting = resolve; });
    console.log(`${this.name} hears: ${this.#lines.shift()}`);
  }
  say(text) { this.socket.write(`${text}\n`); }
}

async function main() {
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  const ada = new Guest('ada', port);
  await ada.hears();
  const bob = new Guest('bob', port);
  await bob.hears();
  await ada.hears();
  bob.say('hi ada');
  await ada.hears();
  ada.say('hi bob');
  await bob.hears();
  ada.say('/quit');
  await ada.hears();
  await bob.hears();
  bob.socket.destroy();
  await once(bob.socket, 'close');
  server.close();
  await once(server, 'close');
  console.log('the room is empty:', room.size);
}

main().catch((err) => { console.log('failed', err); process.exitCode = 1; });
