// Above maxConnections a client is connected and closed, and the server emits drop with its addresses. (17)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const s = track('server');
const c = track('second client');
const server = net.createServer((peer) => {
  s('connection');
  peer.resume();
});
server.maxConnections = 1;
server.on('drop', (data) => {
  port(data.remotePort, 'CLIENT');
  s('drop', data.localAddress, data.localPort, data.localFamily);
  s('from', data.remoteAddress, data.remotePort, data.remoteFamily);
  server.getConnections((err, count) => s('connections', err, count));
});
server.listen(0, '127.0.0.1', () => {
  const { port: number } = server.address();
  port(number, 'PORT');
  const first = net.connect(number, '127.0.0.1', () => {
    const second = net.connect(number, '127.0.0.1');
    second.on('connect', () => c('connect'));
    second.on('end', () => c('end'));
    second.on('close', (hadError) => {
      c('close', hadError);
      first.end();
      server.close();
    });
  });
});
