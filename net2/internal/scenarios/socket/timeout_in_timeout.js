// The timeout listener can set the timer anew: it fires again without any traffic. (11)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => { server.close(); peer.resume(); });
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.setTimeout(10));
  let n = 0;
  client.on('timeout', () => {
    c('timeout', ++n);
    if (n < 3) client.setTimeout(10);
    else client.destroy();
  });
  client.on('close', (hadError) => c('close', hadError));
});
