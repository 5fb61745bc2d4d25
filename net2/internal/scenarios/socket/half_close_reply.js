// end() sends only a FIN: the reply to it still arrives as data. (5)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer({ allowHalfOpen: true }, (peer) => {
  server.close();
  let question = '';
  peer.on('data', (chunk) => { question += chunk; });
  peer.on('end', () => {
    s('end', question);
    peer.end('answer');
  });
  peer.on('close', (hadError) => s('close', hadError));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.end('question');
    c('ended', client.writable, client.readable, client.readyState);
  });
  let answer = '';
  client.on('finish', () => c('finish'));
  client.on('data', (chunk) => { answer += chunk; });
  client.on('end', () => c('end', answer));
  client.on('close', (hadError) => c('close', hadError));
});
