// destroy with bytes that were never read resets the connection: the peer gets ECONNRESET. (4)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer({ pauseOnConnect: true }, (peer) => {
  server.close();
  peer.on('close', (hadError) => s('close', hadError, peer.bytesRead));
  const look = () => (client.bytesWritten > 0 ? setTimeout(() => peer.destroy(), 30) : setImmediate(look));
  look();
});
let client;
server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => client.write('hello'));
  client.resume();
  client.on('end', () => c('end'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
});
