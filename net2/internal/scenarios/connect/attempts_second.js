// The second address answers where the first refuses. (30)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.end();
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  port(server.address().port, 'PORT');
  const lookup = (host, options, callback) => callback(null, [
    { address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 },
  ]);
  const client = new net.Socket();
  client.on('connectionAttempt', (ip, n, family) => c('attempt', ip, n, family));
  client.on('connectionAttemptFailed', (ip, n, family, err) => c('attempt failed', ip, n, family, err));
  client.on('connect', () => c('connect', client.remoteAddress, client.autoSelectFamilyAttemptedAddresses.join(' ')));
  client.on('ready', () => c('ready'));
  client.on('close', (hadError) => c('close', hadError));
  client.connect({ host: 'several.example', port: server.address().port, lookup });
  client.write('kept until then', () => c('written'));
  client.resume();
});
