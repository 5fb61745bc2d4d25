// Handles that a program binds by itself, and servers that listen on them.
'use strict';
const net = require('net');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { TCP, constants: { SERVER } } = process.binding('tcp_wrap');
const { Pipe, constants: { SERVER: PIPE } } = process.binding('pipe_wrap');

const file = path.join(os.tmpdir(), `nodenet-raw-${process.pid}`);
let handle;
function bound(address, name = 'bind') {
  const handle = new TCP(SERVER);
  console.log(name, handle[name](address, 0), handle.fd > 0, handle.constructor.name);
  return handle;
}
const taken = bound('127.0.0.1'), out = {};
console.log(taken.getsockname(out), out.address, out.family, out.port > 0);
console.log('again', new TCP(SERVER).bind('not an address', 0));
taken.close();

const steps = [
  (server) => server.listen(bound('127.0.0.1')),
  (server) => server.listen({ handle: bound('::1', 'bind6') }),
  (server) => server.listen({ _handle: bound('0.0.0.0') }),
  (server) => server.listen({ fd: bound('127.0.0.1').fd }),
  (server) => {
    handle = new Pipe(PIPE);
    console.log('pipe', handle.bind(file), handle.constructor.name);
    server.listen(handle);
  },
];

function next() {
  const step = steps.shift();
  if (!step) return last();
  const server = net.createServer((peer) => peer.end('hello'));
  server.on('listening', () => {
    const address = server._handle.constructor.name === 'TCP' ? server.address() : null;
    console.log('listening', address?.family, server._handle.fd > 0);
    const client = !address ? net.connect(file) : net.connect(address.port, address.family === 'IPv6' ? '::1' : '127.0.0.1');
    client.on('data', (chunk) => console.log(`${chunk}`)).on('close', () => server.close());
  });
  server.on('error', (err) => { console.log(err.code); next(); });
  server.on('close', () => { console.log('close'); next(); });
  step(server);
}

function last() {
  net.createServer().listen({ fd: 12345 }).on('error', (err) => console.log(err.code, err.message, err.syscall));
  try { new net.Socket({ fd: 12345 }); } catch (err) { console.log(err.name, err.code ?? err.message); }
  handle.close();
  console.log(fs.existsSync(file));
}
next();
