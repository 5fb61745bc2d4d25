// destroy() while addresses are tried: no attempt follows, and no error. (30)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const s = net.createServer().listen(0, '127.0.0.1', () => {
  const number = s.address().port;
  port(number, 'PORT');
  const lookup = (host, options, callback) => callback(null, [
    { address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 },
  ]);
  s.close(() => {
    const c = track('failed');
    const client = new net.Socket();
    client.on('connectionAttempt', (ip) => c('attempt', ip));
    client.on('connectionAttemptFailed', (ip, n, family, err) => {
      c('attempt failed', err);
      client.destroy();
    });
    client.on('error', (err) => c('error', err));
    client.on('close', (hadError) => c('close', hadError, client.connecting));
    client.connect({ host: 'several.example', port: number, lookup });
    const d = track('at once');
    const early = new net.Socket();
    early.on('error', (err) => d('error', err));
    early.on('close', (hadError) => d('close', hadError));
    early.connect({ host: 'several.example', port: number, lookup });
    early.write('x', (err) => d('written', err));
    early.destroy();
  });
});
