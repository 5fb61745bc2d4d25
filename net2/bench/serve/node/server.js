'use strict';
// The Node peer, as the tutorials write it: a listener a socket, a write a message.
// node server.js WORKLOAD HOST PORT [--nodelay] [--upstream=HOST:PORT] [--loops=N]
const net = require('net');
const { args, options, listen } = require('./main.js');

const clients = new Set();

const workloads = {
  echo(socket) {
    socket.on('data', (data) => socket.write(data));
  },

  pipe(socket) {
    socket.pipe(socket);
  },

  json(socket) {
    let received = '';
    socket.on('data', (data) => {
      received += data.toString();
      let newline;
      while ((newline = received.indexOf('\n')) !== -1) {
        const message = received.substring(0, newline);
        received = received.substring(newline + 1);
        socket.write(answer(message));
      }
    });
  },

  chat(socket) {
    clients.add(socket);
    socket.on('close', () => clients.delete(socket));
    let received = '';
    socket.on('data', (data) => {
      received += data.toString();
      let newline;
      while ((newline = received.indexOf('\n')) !== -1) {
        const line = received.substring(0, newline + 1);
        received = received.substring(newline + 1);
        for (const client of clients) client.write(line);
      }
    });
  },

  proxy(socket) {
    const [host, port] = options.upstream.split(':');
    const upstream = net.connect({ host, port: Number(port), noDelay: options.noDelay });
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
    socket.pipe(upstream);
    upstream.pipe(socket);
  },

  // Only a socket that the program makes can have onread: it takes the accepted one's handle over.
  onread(accepted) {
    const handle = accepted._handle;
    accepted._handle = null;
    const socket = new net.Socket({
      handle,
      onread: {
        buffer: Buffer.allocUnsafe(64 * 1024),
        callback(n, buffer) {
          socket.write(buffer.subarray(0, n), proceed);
          return socket.writableLength === 0; // else the buffer is still being written: wait
        },
      },
    });
    const proceed = () => { if (socket.isPaused()) socket.resume(); };
    socket.on('error', () => {});
    socket.resume();
  },
};
workloads.connect = workloads.echo;

function answer(message) {
  try {
    const parsed = JSON.parse(message);
    if (parsed.type === 'GREETING') return JSON.stringify({ status: 'OK', reply: `Hello, ${parsed.name}!` }) + '\n';
    if (parsed.type === 'SUM') return JSON.stringify({ status: 'OK', result: parsed.a + parsed.b }) + '\n';
    return JSON.stringify({ status: 'ERROR', message: 'Unknown type' }) + '\n';
  } catch {
    return JSON.stringify({ status: 'ERROR', message: 'Invalid JSON' }) + '\n';
  }
}

listen({ noDelay: options.noDelay, pauseOnConnect: args.workload === 'onread' }, workloads[args.workload]);
