// write takes strings in any encoding and bytes; end takes them too.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('text ');
    client.write(Buffer.from('bytes '));
    client.write('68657820', 'hex');
    client.write('YmFzZTY0IA==', 'base64');
    client.setDefaultEncoding('hex');
    client.write('64656661756c7420');
    client.end('6f766572', 'hex');
  });
});
