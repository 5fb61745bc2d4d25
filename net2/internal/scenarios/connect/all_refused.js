// When every address of a host refuses, one error holds the error of each. (30)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const lookup = (host, options, callback) => {
  setImmediate(callback, null, [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }]);
};
const server = net.createServer();
server.listen(0, () => {
  const { port: number } = server.address();
  port(number, 'PORT');
  server.close(() => {
    const client = net.connect({ port: number, host: 'name.example', lookup });
    client.on('connect', () => c('connect'));
    client.on('error', (err) => {
      c('error', err);
      for (const each of err.errors) c('each', each, each.address, each.port);
    });
    client.on('close', (hadError) => c('close', hadError));
  });
});
