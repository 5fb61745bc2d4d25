// A write inside a write callback comes after what was queued before it. (14)
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
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('1', () => {
      c('first written');
      client.write('3', () => {
        c('third written');
        client.end('4');
      });
    });
    client.write('2', () => c('second written'));
  });
  client.on('finish', () => c('finish'));
});
