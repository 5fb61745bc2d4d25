// A socket that was sent something which it never read resets the connection when it closes. destroySoon sends FIN and
// closes in one callback, so that the peer hears of the reset, not of the end. Found by the differential fuzz.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer({ pauseOnConnect: true }, (peer) => {
  server.close();
  peer.on('finish', () => s('finish'));
  peer.on('close', (hadError) => s('close', hadError));
  setTimeout(() => peer.destroySoon(), 30);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('unread'));
  client.on('data', () => c('data'));
  client.on('end', () => c('end'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
