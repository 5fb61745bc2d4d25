'use strict';
// The Node twin of chat: node server.js
const net = require('net');

const maxLine = 4 << 10;
const maxBehind = 1 << 20;
const maxName = 30;
const prompt = 'Enter your username: ';

class ChatServer {
  constructor(port, host) {
    this.port = port;
    this.host = host;
    this.clients = new Map(); // socket -> name, in the order they joined
    this.sockets = new Set();
    this.server = null;
  }

  start() {
    this.server = net.createServer((socket) => this.handleClient(socket));
    this.server.listen(this.port, this.host, () => {
      const { address, port } = this.server.address();
      console.log(`Chat Server running on ${address}:${port}`);
    });
  }

  handleClient(socket) {
    this.sockets.add(socket);
    send(socket, prompt);

    let input = Buffer.alloc(0);
    socket.on('data', (data) => {
      input = Buffer.concat([input, data]);
      for (;;) {
        const end = input.indexOf('\n');
        if ((end === -1 ? input.length : end) > maxLine + 1) {
          input = Buffer.alloc(0);
          if (!socket.gone) this.bye(socket, 'Line too long\n');
          return;
        }
        if (end === -1) return;
        const line = input.subarray(0, end);
        input = input.subarray(end + 1);
        this.handleLine(socket, clean(line));
      }
    });
    socket.on('end', () => {
      if (input.length > 0) this.handleLine(socket, clean(input));
    });
    socket.on('error', (err) => console.error('Socket error:', err.message));
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.leave(socket);
    });
  }

  handleLine(socket, message) {
    if (socket.gone) return;
    const username = this.clients.get(socket);
    if (!username) {
      this.join(socket, message);
    } else if (message.startsWith('/')) {
      this.handleCommand(socket, message);
    } else if (message !== '') {
      console.log(`[${username}]: ${message}`);
      this.broadcast(`[${username}]: ${message}\n`);
    }
  }

  join(socket, username) {
    const complaint = this.objection(username);
    if (complaint) {
      send(socket, `${complaint}\n${prompt}`);
      return;
    }
    this.clients.set(socket, username);
    send(socket, `Welcome ${username}!\n`);
    this.broadcast(`${username} joined the chat\n`, socket);
    console.log(`${username} joined`);
  }

  objection(username) {
    if (username === '') return 'A name cannot be empty';
    if ([...username].length > maxName) return `A name has at most ${maxName} characters`;
    if (/[[\]/,:]/.test(username)) return 'A name cannot contain any of [ ] / , :';
    for (const other of this.clients.values()) {
      if (other.toLowerCase() === username.toLowerCase()) return `The name ${username} is taken`;
    }
    return '';
  }

  handleCommand(socket, command) {
    if (command === '/users') {
      send(socket, `Online users: ${[...this.clients.values()].join(', ')}\n`);
    } else if (command === '/help') {
      send(socket, 'Commands:\n');
      send(socket, '/users - View user list\n');
      send(socket, '/help - Show help\n');
      send(socket, '/quit - Exit chat\n');
    } else if (command === '/quit') {
      this.bye(socket, 'Goodbye!\n');
    } else {
      send(socket, 'Unknown command. Type /help for help\n');
    }
  }

  leave(socket) {
    socket.gone = true;
    const username = this.clients.get(socket);
    if (!this.clients.delete(socket)) return;
    console.log(`${username} left`);
    this.broadcast(`${username} left the chat\n`);
  }

  bye(socket, lastWords) {
    this.leave(socket);
    letGo(socket, lastWords);
  }

  broadcast(message, except = null) {
    for (const socket of this.clients.keys()) {
      if (socket !== except) send(socket, message);
    }
  }

  stop() {
    this.server.close(() => console.log('Server closed'));
    for (const socket of this.sockets) letGo(socket, 'The server is closing\n');
  }
}

function clean(line) {
  return line.toString().replace(/[\p{Cc}\uFFFD]/gu, '').trim();
}

function send(socket, text) {
  const behind = socket.writableLength;
  if (behind > maxBehind) socket.destroy(new Error(`dropped, ${behind} bytes behind`));
  else if (socket.writable) socket.write(text);
}

function letGo(socket, lastWords) {
  socket.removeAllListeners('data').resume();
  socket.end(lastWords);
  setTimeout(() => socket.destroy(), 1000).unref();
}

const chatServer = new ChatServer(0, '127.0.0.1');
chatServer.start();
process.once('SIGINT', () => chatServer.stop());
