// With captureRejections a failed connection listener destroys its socket; any other is the server's error.
'use strict';
const events = require('events');
const net = require('net');
const { track } = require('../transcript.js');

events.captureRejections = true;
const s = track('server');
const c = track('client');
const server = net.createServer(async (peer) => {
  peer.on('error', (err) => s('peer error', err));
  peer.on('close', (hadError) => s('peer close', hadError));
  server.close();
  throw new Error('no entry');
});
server.on('error', (err) => s('error', err));
server.on('listening', async () => { throw new Error('listening failed'); });
server.on('close', () => s('close'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('end', () => c('end'));
  client.on('close', (hadError) => c('close', hadError));
  client.resume();
});
