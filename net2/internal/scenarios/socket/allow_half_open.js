// With allowHalfOpen a socket stays writable after end, until end() is called. (7)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got));
  peer.on('close', (hadError) => s('close', hadError));
  peer.end('hello');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', allowHalfOpen: true });
  client.resume();
  client.on('end', () => {
    c('end', client.allowHalfOpen, client.writable, client.readyState);
    client.write('one ', () => setImmediate(() => {
      c('still', client.writable, client.writableEnded);
      client.end('two', () => c('ended'));
    }));
  });
  client.on('finish', () => c('finish'));
  client.on('close', (hadError) => c('close', hadError));
});
