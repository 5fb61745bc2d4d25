// Forty sockets at once: each gets its own echo.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('clients');
let open = 40;
const server = net.createServer((peer) => peer.pipe(peer));
server.listen(0, '127.0.0.1', () => {
  let right = 0;
  for (let i = 0; i < 40; i++) {
    const client = net.connect(server.address().port, '127.0.0.1', () => client.end(`number ${i}`));
    let got = '';
    client.on('data', (chunk) => { got += chunk; });
    client.on('end', () => { if (got === `number ${i}`) right++; });
    client.on('close', () => {
      if (--open > 0) return;
      c('right', right);
      server.close(() => c('server close'));
    });
  }
});
