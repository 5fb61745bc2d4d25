'use strict';
// The Node peer, as an expert writes it where writes are many and small: TCP_NODELAY,
// and one write for all that a chunk, or a turn of the loop, has brought about.
// node tuned.js WORKLOAD HOST PORT [--loops=N]
const { args, listen } = require('./main.js');

const clients = new Set();
let lines = []; // what this turn has to say to everyone

const workloads = {
  echo(socket) {
    socket.on('data', (data) => socket.write(data));
  },

  json(socket) {
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      received += text;
      let replies = '';
      let start = 0;
      let newline;
      while ((newline = received.indexOf('\n', start)) !== -1) {
        replies += answer(received.slice(start, newline));
        start = newline + 1;
      }
      received = received.slice(start);
      if (replies) socket.write(replies);
    });
  },

  chat(socket) {
    clients.add(socket);
    socket.on('close', () => clients.delete(socket));
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      received += text;
      const end = received.lastIndexOf('\n') + 1;
      if (end === 0) return;
      if (lines.length === 0) setImmediate(broadcast);
      lines.push(received.slice(0, end));
      received = received.slice(end);
    });
  },
};

function broadcast() {
  const bytes = Buffer.from(lines.join(''), 'latin1');
  lines = [];
  for (const client of clients) client.write(bytes);
}

function answer(message) {
  try {
    const { type, name, a, b } = JSON.parse(message);
    if (type === 'GREETING') return `${JSON.stringify({ status: 'OK', reply: `Hello, ${name}!` })}\n`;
    if (type === 'SUM') return `${JSON.stringify({ status: 'OK', result: a + b })}\n`;
    return '{"status":"ERROR","message":"Unknown type"}\n';
  } catch {
    return '{"status":"ERROR","message":"Invalid JSON"}\n';
  }
}

listen({ noDelay: true }, workloads[args.workload]);
