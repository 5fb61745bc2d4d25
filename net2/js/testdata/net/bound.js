// Sockets that connect from a handle that the program has bound.
'use strict';
const net = require('net');
const { TCP, constants: { SOCKET } } = process.binding('tcp_wrap');
const ports = [], lines = [];
const log = (...args) => lines.push(args.join(' '));
let left = 2;
const server = net.createServer((peer) => {
  log('peer', ports.indexOf(peer.remotePort));
  peer.end('hello');
  if (--left === 0) server.close();
});

function bound() {
  const handle = new TCP(SOCKET), out = {};
  handle.bind('127.0.0.1', 0);
  handle.getsockname(out);
  ports.push(out.port);
  return handle;
}
const kinds = [() => new net.Socket({ handle: bound(), manualStart: true }), () => new net.Socket({ fd: bound().fd, manualStart: true })];

function next() {
  const make = kinds.shift();
  if (!make) return;
  const socket = make();
  log('socket made', socket._handle !== null, socket._handle.fd > 0, socket.connecting);
  socket.on('data', (chunk) => log('socket', chunk)).on('close', next);
  socket.connect(server.address().port, '127.0.0.1', () => log('socket connect', socket.localPort === ports.at(-1), socket._handle.fd > 0));
}
server.listen(0, '127.0.0.1', next);

const hasty = new net.Socket({ handle: bound() });
hasty.on('error', (err) => log('hasty', err.code, err.message, err.syscall)).on('close', () => log('hasty', hasty._handle));
process.on('exit', () => { for (const name of ['hasty', 'socket', 'peer']) console.log(lines.filter((line) => line.startsWith(name)).join('\n')); });
