// unshift puts bytes back in front: the next listener gets them first. (26)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  peer.resume();
  peer.end('headbody');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let body = '';
  const onReadable = () => {
    const chunk = client.read();
    if (chunk === null) return;
    client.off('readable', onReadable);
    c('head', chunk.subarray(0, 4));
    client.unshift(chunk.subarray(4));
    client.on('data', (chunk) => { body += chunk; });
  };
  client.on('readable', onReadable);
  client.on('end', () => c('end', body));
});
