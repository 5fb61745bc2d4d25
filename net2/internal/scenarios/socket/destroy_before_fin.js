// FIN leaves a turn after end. A socket that is destroyed before has sent none, and one that never read what it was sent
// closes with a reset: its peer hears of that, not of an end. Found by the differential fuzz.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer({ pauseOnConnect: true }, (peer) => {
  server.close();
  peer.on('close', (hadError) => s('close', hadError));
  setTimeout(() => peer.end().destroy(), 30);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('unread'));
  client.on('data', () => c('data'));
  client.on('end', () => c('end'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
