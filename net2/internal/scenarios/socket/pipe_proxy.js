// Two sockets piped into each other are a proxy: data, end and close pass through. (27)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const b = track('backend');
const backend = net.createServer({ allowHalfOpen: true }, (peer) => {
  backend.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => {
    b('end', got);
    peer.end(got.toUpperCase());
  });
  peer.on('close', (hadError) => b('close', hadError));
});
const proxy = net.createServer({ allowHalfOpen: true }, (from) => {
  proxy.close();
  const to = net.connect({ port: backend.address().port, host: '127.0.0.1', allowHalfOpen: true });
  from.pipe(to).pipe(from);
});
backend.listen(0, '127.0.0.1', () => proxy.listen(0, '127.0.0.1', () => {
  const client = net.connect(proxy.address().port, '127.0.0.1', () => client.end('hello'));
  let got = '';
  client.on('data', (chunk) => { got += chunk; });
  client.on('end', () => c('end', got));
  client.on('close', (hadError) => c('close', hadError));
}));
