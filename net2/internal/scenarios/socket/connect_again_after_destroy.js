// A socket that was destroyed with an error can connect again, and forgets the error. (18)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
let connections = 0;
const server = net.createServer((peer) => {
  if (++connections === 2) server.close();
  peer.resume();
});
server.listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  client.once('connect', () => client.destroy(new Error('boom')));
  client.on('error', (err) => c('error', err));
  client.once('close', (hadError) => {
    c('close', hadError, client.errored);
    client.connect(server.address().port, '127.0.0.1', () => {
      c('connect', client.errored, client.destroyed, client.readyState);
      client.end('hello');
    });
    c('connecting', client.connecting, client.destroyed, client.errored);
    client.once('close', (hadError) => c('close', hadError));
  });
  client.connect(server.address().port, '127.0.0.1');
});
