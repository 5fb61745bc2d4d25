// An emit that is patched for all sockets is called for those that a server makes, too.
'use strict';
const net = require('net');
const { emit } = net.Socket.prototype;
const seen = new Map();
net.Socket.prototype.emit = function(event, ...args) {
  if (!seen.has(this)) seen.set(this, []);
  seen.get(this).push(event);
  return emit.call(this, event, ...args);
};
const server = net.createServer((peer) => {
  server.close();
  peer.resume().on('close', () => console.log('peer', seen.get(peer).join(' ')));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('close', () => setImmediate(() => console.log('client', seen.get(client).join(' '))));
  client.resume().end();
});
