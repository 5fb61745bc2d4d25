// The setters return the socket, before and after it is connected.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
const setters = (socket) => [
  socket.setNoDelay(), socket.setNoDelay(false), socket.setKeepAlive(true, 5000), socket.setKeepAlive(false),
  socket.setTimeout(0), socket.setEncoding('utf8'), socket.ref(), socket.pause(), socket.resume(),
  socket.setDefaultEncoding('utf8'), socket.unpipe(),
].map((result) => result === socket);
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  c('new', ...setters(client));
  client.connect(server.address().port, '127.0.0.1', () => {
    c('connected', ...setters(client));
    c('destroyed', ...setters(client.destroy()));
  });
});
