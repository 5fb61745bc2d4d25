// pipe with end: false leaves the destination open. (27)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const sink = net.createServer((peer) => {
  sink.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => c('sink got', got));
});
const server = net.createServer((peer) => {
  server.close();
  const to = net.connect(sink.address().port, '127.0.0.1');
  peer.pipe(to, { end: false });
  peer.on('end', () => setImmediate(() => {
    c('source ended', to.writable, to.writableEnded);
    to.end(' and more');
  }));
});
sink.listen(0, '127.0.0.1', () => server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.end('hello'));
  client.resume();
}));
