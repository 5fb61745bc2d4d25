// A data listener that is added late loses nothing. (9)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.write('one ');
  peer.end('two');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let got = '';
  const look = () => {
    if (client.readableLength < 7) return setImmediate(look);
    c('flowing before', client.readableFlowing);
    client.on('data', (chunk) => { got += chunk; });
    c('flowing after', client.readableFlowing, got.length);
  };
  client.on('connect', look);
  client.on('end', () => c('end', got));
  client.on('close', (hadError) => c('close', hadError));
});
