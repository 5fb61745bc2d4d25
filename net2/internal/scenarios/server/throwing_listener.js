// A connection listener that throws leaves the connection open, and the server accepts the next. (35)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const uncaught = track('uncaught');
process.on('uncaughtException', (err) => uncaught(err));
let n = 0;
const server = net.createServer((peer) => {
  s('connection', ++n);
  peer.pipe(peer);
  if (n === 2) server.close();
  else throw new Error('boom');
});
server.listen(0, '127.0.0.1', () => {
  const connect = () => {
    const client = net.connect(server.address().port, '127.0.0.1', () => client.end(`client ${n}`));
    let got = '';
    client.on('data', (chunk) => { got += chunk; });
    client.on('close', (hadError) => {
      s('client close', hadError, got.length);
      if (server.listening) connect();
    });
  };
  connect();
});
