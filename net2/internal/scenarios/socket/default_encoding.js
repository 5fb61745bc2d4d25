// setDefaultEncoding says how write and end read strings; it chains, and refuses what is no encoding.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('got', got));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  try {
    client.setDefaultEncoding('nope');
  } catch (err) {
    c('threw', err.name, err);
  }
  client.write('6869');
  c('chains', client.setDefaultEncoding('hex') === client);
  client.write('2068657820');
  client.write('plain ', 'utf8');
  client.setDefaultEncoding('BASE64');
  client.end('ZW5k');
  client.on('close', (hadError) => c('close', hadError));
  client.resume();
});
