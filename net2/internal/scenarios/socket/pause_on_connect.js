// With pauseOnConnect nothing is read before resume. (10)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('peer');
const server = net.createServer({ pauseOnConnect: true }, (peer) => {
  server.close();
  s('connection', peer.isPaused(), peer.readableFlowing);
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got, peer.bytesRead));
  peer.on('close', (hadError) => s('close', hadError));
  setTimeout(() => {
    s('waited', peer.bytesRead, peer.readableLength);
    peer.resume();
  }, 50);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end('hello'));
  client.resume();
});
