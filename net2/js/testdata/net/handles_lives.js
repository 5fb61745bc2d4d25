// The handles of a socket that lives several times, and what was set before anybody looked.
'use strict';
const net = require('net');
const { log } = console;
const server = net.createServer((peer) => peer.resume().end());
const socket = new net.Socket();
socket.setNoDelay(true);
socket.setKeepAlive(true, 3000);
const handles = new Set();
let lives = 0;

function live() {
  socket.connect(server.address().port, '127.0.0.1');
  const { _handle } = socket;
  log('life', ++lives, handles.has(_handle), handles.add(_handle).size, _handle === socket._handle, _handle.hasRef());
  _handle.setNoDelay = (on) => log('setNoDelay', on);
  _handle.setKeepAlive = (...args) => log('setKeepAlive', ...args);
}
socket.on('connect', () => {
  log('connect');
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 3000);
  socket.resume().end();
});
socket.on('close', () => {
  log('close', socket._handle);
  if (lives < 3) return live();
  if (lives++ > 3) return;
  socket.connect(server.address().port, '127.0.0.1'); // destroyed while it connects
  socket.destroy();
  log('destroyed', socket._handle);
  server.close();
});
server.listen(0, '127.0.0.1', live);
