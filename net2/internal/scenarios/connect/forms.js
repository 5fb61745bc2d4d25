// The forms of connect: port and host, options, path; createConnection is connect.
'use strict';
const net = require('net');
const { track, socketPath } = require('../transcript.js');

const c = track('client');
const path = socketPath();
const server = net.createServer((peer) => peer.end('hello'));
const local = net.createServer((peer) => peer.end('hello'));
const use = (form, client) => new Promise((resolve) => {
  let got = '';
  client.on('data', (chunk) => { got += chunk; });
  client.on('close', (hadError) => { c(form, got, hadError); resolve(); });
});
server.listen(0, '127.0.0.1', () => local.listen(path, async () => {
  const number = server.address().port;
  await use('port and host', net.connect(number, '127.0.0.1'));
  await use('options', net.connect({ port: number, host: '127.0.0.1' }));
  await use('path', net.connect(path));
  await use('path option', net.connect({ path }));
  await use('createConnection', net.createConnection(number, '127.0.0.1'));
  await use('new Socket', new net.Socket().connect(number, '127.0.0.1'));
  server.close();
  local.close();
}));
