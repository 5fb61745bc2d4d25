// What a program finds at _handle, and that a method that it replaces is called.
'use strict';
const net = require('net');
const lines = [];
const log = (...args) => lines.push(args.join(' '));

const server = net.createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 2000 }, (peer) => {
  const handle = peer._handle, name = {};
  log('peer', handle.constructor.name, handle.fd > 0, handle === peer._handle, handle.owner === peer, handle.reading);
  peer.unref();
  log('peer ref', handle.hasRef());
  peer.ref();
  log('peer ref', handle.hasRef());
  log('peer name', handle.getsockname(name), name.address, name.family, name.port === server.address().port);
  log('peer name', handle.getpeername(name), name.address, name.port === peer.remotePort);
  handle.setKeepAlive = (...args) => { log('peer setKeepAlive', ...args); return 0; };
  peer.setKeepAlive(true, 2000);
  peer.setKeepAlive(true, 3500);
  peer.setKeepAlive(false);
  peer.on('data', (chunk) => { log('peer data', chunk); peer.end(chunk); });
  peer.on('close', () => {
    log('peer close', peer._handle, handle.fd, handle.hasRef());
    server.close();
    log('server', server._handle);
  });
});
log('server', server._handle);
server.listen(0, '127.0.0.1', () => {
  const handle = server._handle;
  log('server', handle.constructor.name, handle.fd > 0, handle.hasRef(), typeof handle.onconnection);
  server.unref();
  log('server ref', handle.hasRef());
  server.ref();
  const { onconnection } = handle;
  handle.onconnection = function(status, client) {
    log('server onconnection', status, client.constructor.name, client.owner);
    const { setNoDelay, setKeepAlive } = client;
    client.setNoDelay = (on) => { log('client setNoDelay', on); return setNoDelay.call(client, on); };
    client.setKeepAlive = (...args) => { log('client setKeepAlive', ...args); return setKeepAlive.apply(client, args); };
    onconnection.call(this, status, client);
  };
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', keepAlive: true, keepAliveInitialDelay: 1500 });
  client._handle.setNoDelay = (on) => log('mine setNoDelay', on);
  client._handle.setKeepAlive = (...args) => log('mine setKeepAlive', ...args);
  client._handle.unref = () => log('mine unref');
  client.unref();
  client.on('connect', () => {
    log('mine connect', client._handle.bytesWritten, client._handle.bytesRead, client._handle.writeQueueSize);
    for (const on of [true, true, undefined, false, 1]) client.setNoDelay(on);
    client.write('hello');
  });
  client.on('data', (chunk) => log('mine data', chunk, client._handle.bytesRead));
});
const socket = new net.Socket();
log('socket', socket._handle, socket.unref() === socket, socket.listenerCount('connect'), socket.listeners('end')[0].name);
process.on('exit', () => {
  const of = (name) => lines.filter((line) => line.startsWith(name));
  for (const name of ['server', 'client', 'peer', 'mine', 'socket']) console.log(of(name).join('\n'));
});
