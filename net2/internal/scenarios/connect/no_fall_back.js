// Without autoSelectFamily only the first address is asked for and tried. (30)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const lookup = (host, options, callback) => {
  c('asked for', host, options.all === true);
  setImmediate(callback, null, '127.0.0.1', 4);
};
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  const { port: number } = server.address();
  port(number, 'PORT');
  server.close(() => {
    const client = net.connect({ port: number, host: 'name.example', lookup, autoSelectFamily: false });
    client.on('connectionAttempt', (ip, number, family) => c('attempt', ip, number, family));
    client.on('error', (err) => c('error', err));
    client.on('close', (hadError) => c('close', hadError));
  });
});
