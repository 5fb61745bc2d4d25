// Reading that is stopped and begun beneath the stream; a handle that is unref'd keeps no process alive.
'use strict';
const net = require('net');
const lines = [];
const log = (...args) => lines.push(args.join(' '));
const server = net.createServer((peer) => {
  server.close();
  const handle = peer._handle;
  log('stop', handle.readStop(), peer.isPaused());
  let open = false, got = '';
  peer.on('data', (chunk) => { got += chunk; if (!open) log('too early'); });
  peer.on('end', () => { log('end', got, handle.bytesRead, peer.bytesRead); });
  setTimeout(() => {
    log('start', got.length);
    open = true;
    handle.readStart();
  }, 50);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('one');
    setTimeout(() => client.end('two'), 10);
  });
});
server.on('close', () => {
  const left = [];
  const idle = net.createServer((peer) => left.push(peer)).listen(0, '127.0.0.1', () => {
    const client = net.connect(idle.address().port, '127.0.0.1', () => {
      left.push(client);
      client._handle.unref();
      idle._handle.unref();
      log('unref', client._handle.hasRef(), idle._handle.hasRef());
    });
  });
  idle.on('connection', (peer) => peer._handle.unref());
  process.on('exit', () => { // what a process would leave to the system
    for (const socket of left) socket.destroy();
    idle.close();
  });
});
process.on('exit', () => console.log(lines.join('\n')));
