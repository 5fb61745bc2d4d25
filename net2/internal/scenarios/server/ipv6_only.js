// ipv6Only keeps IPv4 clients out; without it :: takes both.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const use = (what, options) => new Promise((resolve) => {
  const server = net.createServer((peer) => {
    s(what, 'connection', peer.remoteAddress, peer.remoteFamily);
    peer.end();
  });
  server.listen({ port: 0, host: '::', ...options }, () => {
    const client = net.connect(server.address().port, '127.0.0.1');
    client.on('error', (err) => s(what, 'error', err.code));
    client.on('close', () => server.close(resolve));
    client.resume();
  });
});
use('both', {}).then(() => use('only', { ipv6Only: true }));
