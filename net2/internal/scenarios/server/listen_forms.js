// The forms of listen: a port, port and host, options, and nothing at all.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const listen = (form, start) => new Promise((resolve) => {
  const server = net.createServer();
  server.on('listening', () => {
    const { address, family, port: number } = server.address();
    s(form, address === '::' ? 'any' : address, family, number > 0);
    server.close(resolve);
  });
  start(server);
});
(async () => {
  await listen('port', (server) => server.listen(0));
  await listen('port and host', (server) => server.listen(0, '127.0.0.1'));
  await listen('options', (server) => server.listen({ port: 0, host: '127.0.0.1' }));
  await listen('IPv6', (server) => server.listen({ port: 0, host: '::1' }));
  await listen('nothing', (server) => server.listen());
})();
