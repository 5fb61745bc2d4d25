// allowHalfOpen of the server is that of the accepted sockets. (7)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const serve = (allowHalfOpen) => {
  const server = net.createServer({ allowHalfOpen }, (peer) => {
    server.close();
    s('connection', peer.allowHalfOpen);
    peer.resume();
    peer.on('end', () => setImmediate(() => {
      s('after end', peer.writableEnded);
      peer.end();
    }));
    if (!allowHalfOpen) peer.on('close', () => serve(true));
  });
  server.listen(0, '127.0.0.1', () => {
    const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
    client.resume();
  });
};
serve(false);
