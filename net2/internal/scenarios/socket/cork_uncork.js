// cork keeps writes until uncork: bytesWritten counts them, callbacks wait, and they arrive in order. (23)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const s = track('peer');
const server = net.createServer((peer) => {
  server.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => s('end', got));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.cork();
    for (const word of ['one ', 'two ', 'three']) client.write(word, () => c('written', word));
    c('corked', client.writableCorked, client.writableLength, client.bytesWritten);
    setImmediate(() => {
      c('uncork');
      client.uncork();
      c('uncorked', client.writableCorked, client.writableLength, client.bytesWritten);
      client.end();
    });
  });
  client.on('finish', () => c('finish'));
});
